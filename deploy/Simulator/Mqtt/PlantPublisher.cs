using DcOps.Collectors.Mqtt.Publishing;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Model;
using DcOps.Simulator.Options;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Mqtt;

/// <summary>The gateway of one site's meters: every ten seconds each one that is not silent says what it measures.</summary>
public sealed class PlantPublisher
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    readonly FacilityModel _site;
    readonly ImmutableArray<SimulatedDevice> _devices;
    readonly FaultBoard _faults;
    readonly TimeProvider _time;
    readonly PublisherLink _link;

    public PlantPublisher(
        FacilityModel site,
        IEnumerable<SimulatedDevice> devices,
        FaultBoard faults,
        BrokerAddress broker,
        TimeProvider time,
        ILoggerFactory logs)
    {
        _site = site;
        _devices = [.. devices];
        _faults = faults;
        _time = time;
        var client = $"gateway-{site.Plan.Id.Value}";
        _link = new(new(broker.Host, broker.Port, client), time, logs.CreateLogger<PublisherLink>());
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var link = _link.RunAsync(PublishAsync, cancellationToken);
        try
        {
            // Sites do not report in step.
            await Task.Delay(Interval * SeededNoise.Unit(SeededNoise.Key(0, _site.Plan.Id.Value)), _time, cancellationToken);
            using var ticks = new PeriodicTimer(Interval, _time);
            while (await ticks.WaitForNextTickAsync(cancellationToken))
            {
                _link.IsCut = _faults.IsCut(_site.Plan.Id);
                await PublishAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await link;
        }
    }

    async Task PublishAsync(CancellationToken cancellationToken)
    {
        foreach (var device in _devices.Where(device => !device.IsSilent))
        {
            var message = new PublishedMessage($"dc/{_site.Plan.Id.Value}/plant/{device.Name}", PlainPayload.Of(device, _time.GetUtcNow()));
            if (!await _link.TryPublishAsync(message, cancellationToken))
                return;
        }
    }
}
