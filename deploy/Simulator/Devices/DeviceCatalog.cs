using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>Every device of the province, by place and name.</summary>
public sealed class DeviceCatalog
{
    readonly FrozenDictionary<(Location, string), SimulatedDevice> _byName;
    readonly ILookup<FacilityId, SimulatedDevice> _byFacility;

    public DeviceCatalog(ProvinceModel province, TimeProvider time)
    {
        var snmp = ImmutableArray.CreateBuilder<(SnmpDevicePlan Plan, SimulatedDevice Device)>();
        var plant = ImmutableArray.CreateBuilder<SimulatedDevice>();
        foreach (var site in province.Facilities)
        {
            var racks = site.Plan.Racks.Select((rack, number) => (rack, number))
                .ToDictionary(entry => Location.Of(entry.rack.Id));
            var polled = site.Plan.Devices.Select(plan => (plan, Create(plan, site, racks, province.Plan.Seed, time))).ToList();
            snmp.AddRange(polled);
            plant.AddRange(site.Plan.Meters.Select(meter => new MeterDevice(meter, site, province.Plan.Seed, time.GetUtcNow)));
            plant.Add(new OutdoorSensorDevice(site, province.Plan.Seed));
            plant.AddRange(Liquid(site, [.. polled.Select(entry => entry.Item2).OfType<CduDevice>()], province.Plan.Seed, time));
            plant.AddRange(site.Rows.Select(row => new CrahDevice(row, site, province.Plan.Seed)));
            plant.AddRange(Panels(site, province.Plan.Seed));
        }

        Snmp = snmp.ToImmutable();
        Plant = plant.ToImmutable();
        _byName = All.ToFrozenDictionary(device => (device.Location, device.Name));
        _byFacility = All.ToLookup(device => device.Location.Facility);
    }

    /// <summary>Devices with an SNMP agent, with their plans.</summary>
    public ImmutableArray<(SnmpDevicePlan Plan, SimulatedDevice Device)> Snmp { get; }

    /// <summary>Meters, weather stations, panels and what cools, which publish over MQTT.</summary>
    public ImmutableArray<SimulatedDevice> Plant { get; }

    public IEnumerable<SimulatedDevice> All => Snmp.Select(entry => entry.Device).Concat(Plant);

    public bool TryGet(Location location, string name, [NotNullWhen(true)] out SimulatedDevice? device) =>
        _byName.TryGetValue((location, name), out device);

    public IEnumerable<SimulatedDevice> Of(FacilityId facility) => _byFacility[facility];

    // Racks of accelerators are cooled by liquid: two units in each room, of which one is polled, a flow meter in each rack's branch.
    static IEnumerable<SimulatedDevice> Liquid(FacilityModel site, IReadOnlyCollection<CduDevice> polled, ulong seed, TimeProvider time)
    {
        if (site.Plan.Kind != SiteKind.AiTraining)
            yield break;

        var told = site.Plan.Rooms.Select(room => new CduDevice(ChainNames.CduOf(room.Id), room, site, seed, time.GetUtcNow)).ToList();
        foreach (var cdu in told)
            yield return cdu;
        var cdus = told.Concat(polled).ToLookup(cdu => cdu.Room.Id);
        foreach (var (number, rack) in site.Plan.Racks.Index())
            yield return new CoolantBranchDevice([.. cdus[rack.Id.Room]], rack, number, seed);
    }

    // The names of Sparkplug's metrics have no lists: those sites' panels are not read.
    static IEnumerable<SimulatedDevice> Panels(FacilityModel site, ulong seed) => site.Plan.SpeaksSparkplug
        ? []
        : site.Rows.GroupBy(row => row.Room).SelectMany(room => Enum.GetValues<Feed>().Select(feed =>
            new PanelDevice(room.Key, [.. room], feed, site, seed)));

    static SimulatedDevice Create(
        SnmpDevicePlan plan,
        FacilityModel site,
        Dictionary<Location, (RackPlan Rack, int Number)> racks,
        ulong seed,
        TimeProvider time) => plan.Kind switch
        {
            SnmpDeviceKind.ApcPdu or SnmpDeviceKind.VertivPdu => new RackPduDevice(plan, site, racks[plan.Location].Number, seed, time.GetUtcNow),
            SnmpDeviceKind.AirSensor => new AirSensorDevice(
                plan, site, racks[plan.Location].Rack, racks[plan.Location].Number, seed, time.GetUtcNow),
            SnmpDeviceKind.Ups => new UpsDevice(plan, site, seed, time.GetUtcNow),
            SnmpDeviceKind.Cdu => new CduDevice(
                plan.Name, site.Plan.Rooms.First(room => ChainNames.PolledCduOf(room.Id) == plan.Name), site, seed, time.GetUtcNow),
            _ => throw new InvalidOperationException($"{plan.Kind} is not an SNMP device kind."),
        };
}
