using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Domain.Telemetry;
using DcOps.Simulator.Agents;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Mqtt;

namespace DcOps.Benchmarks.AlarmScenarios;

/// <summary>
/// What the collectors would read of every device at one instant: SNMP objects by the shipped profiles, MQTT messages by the
/// mapping <c>plain</c>; only the network is left out.
/// </summary>
sealed class CollectedReadings
{
    const int InletSensor = 101;

    readonly List<(SimulatedDevice Device, IAgentObjects Objects, ReadingNormaliser Normaliser)> _polled = [];
    readonly MessageReader _reader = new([MappingLibrary.Find("plain")!], static _ => null, static _ => true, 256 << 10);
    readonly PlayedSites _sites;

    public CollectedReadings(PlayedSites sites)
    {
        _sites = sites;
        var profiles = ProfileLibrary.Load(ProfileLibrary.StandardFolder);
        var families = new DeviceFamilies(sites.Time);
        foreach (var (plan, device) in sites.Devices.Snmp)
            _polled.Add((device, families.Of(plan, device), new(Of(plan, profiles))));
    }

    /// <summary>Of every device that answers.</summary>
    public IEnumerable<(SimulatedDevice Device, ImmutableArray<Reading> Readings)> Round()
    {
        foreach (var (device, objects, normaliser) in _polled.Where(entry => !entry.Device.IsSilent))
            yield return (device, normaliser.Normalise(new(normaliser.Device, _sites.Now, [.. Walk(objects)])).Readings);

        foreach (var device in _sites.Devices.Plant.Where(device => !device.IsSilent))
        {
            var topic = device.Location.IsPlant ? $"dc/{device.Location.Facility}/plant/{device.Name}" : $"dc/{device.Location.Path}/{device.Name}";
            var outcome = _reader.Read(topic, PlainPayload.Of(device, _sites.Now), _sites.Now);
            yield return (device, ((MessageOutcome.Mapped)outcome).Readings.Readings);
        }
    }

    static IEnumerable<RawValue> Walk(IAgentObjects objects)
    {
        for (var next = objects.Next(ObjectIdentifier.Parse("1.3")); next is { } found; next = objects.Next(found.Name))
        {
            var address = found.Name.ToString();
            yield return found.Value.ToDouble() is { } number ? RawValue.Of(address, number) : RawValue.Of(address, found.Value.ToString());
        }
    }

    static Device Of(SnmpDevicePlan plan, ProfileLibrary profiles) => new(
        plan.Name, plan.Location, ProfileOf(profiles, plan.Kind switch
        {
            SnmpDeviceKind.ApcPdu => "apc-rpdu2",
            SnmpDeviceKind.Ups => "rfc1628-ups",
            SnmpDeviceKind.Cdu => "liebert-gp",
            _ => "vertiv-geist-imd",
        }), plan.Rated.Watts, plan.Feed switch { 'a' => Feed.A, 'b' => Feed.B, _ => Feed.None })
    {
        InletSensors = plan.Kind == SnmpDeviceKind.AirSensor ? [InletSensor] : [],
    };

    static DeviceProfile ProfileOf(ProfileLibrary profiles, string name) =>
        profiles.TryGet(name, out var profile) ? profile : throw new FileNotFoundException($"The device profile {name} is not beside the program.");
}
