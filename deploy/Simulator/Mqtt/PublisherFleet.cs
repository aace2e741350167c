using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Model;
using DcOps.Simulator.Options;

namespace DcOps.Simulator.Mqtt;

/// <summary>The gateways of all sites, each with a connection of its own.</summary>
public sealed class PublisherFleet(
    SimulatorArguments arguments,
    ProvinceModel province,
    DeviceCatalog devices,
    FaultBoard faults,
    TimeProvider time,
    ILoggerFactory logs) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var plant = devices.Plant.ToLookup(device => device.Location.Facility);
        return Task.WhenAll(province.Facilities.Select(site =>
            new PlantPublisher(site, plant[site.Plan.Id], faults, arguments.Broker, time, logs).RunAsync(stoppingToken)));
    }
}
