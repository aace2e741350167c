using DcOps.Simulator.Devices;
using DcOps.Simulator.Model;
using DcOps.Simulator.Options;
using DcOps.Simulator.Running;

namespace DcOps.Simulator.Mqtt;

/// <summary>The gateways of all sites, each with a connection of its own.</summary>
public sealed class PublisherFleet(
    SimulatorArguments arguments, PlayedProvince played, TimeProvider time, ILoggerFactory logs) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var plant = played.Devices.Plant.ToLookup(device => device.Location.Facility);
        return Task.WhenAll(played.Model.Facilities.Select(site =>
            new PlantGateway(site.Plan.Id, Protocol(site, [.. plant[site.Plan.Id]]), played.Faults, time, logs).RunAsync(stoppingToken)));
    }

    IPlantProtocol Protocol(FacilityModel site, ImmutableArray<SimulatedDevice> plant) => site.Plan.SpeaksSparkplug
        ? new SparkplugProtocol(site.Plan.Id, plant, arguments.Broker, time)
        : new PlainProtocol(site.Plan.Id, plant, arguments.Broker, time);
}
