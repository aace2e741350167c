using DcOps.Collectors.Mqtt.Publishing;
using DcOps.Domain.Topology;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Mqtt;

/// <summary>The gateway of one site's meters: reports every ten seconds, unless the site is cut off.</summary>
public sealed class PlantGateway(
    FacilityId facility, IPlantProtocol protocol, FaultBoard faults, TimeProvider time, ILoggerFactory logs)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    readonly PublisherLink _link = new(protocol.Session, time, logs.CreateLogger<PublisherLink>());

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var link = _link.RunAsync(token => protocol.GreetAsync(_link, token), cancellationToken);
        try
        {
            // Sites do not report in step.
            await Task.Delay(Interval * SeededNoise.Unit(SeededNoise.Key(0, facility.Value)), time, cancellationToken);
            using var ticks = new PeriodicTimer(Interval, time);
            while (await ticks.WaitForNextTickAsync(cancellationToken))
            {
                _link.IsCut = faults.IsCut(facility);
                if (!_link.IsCut)
                    await protocol.ReportAsync(_link, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await link;
        }
    }
}
