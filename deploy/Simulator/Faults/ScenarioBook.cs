using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Faults;

/// <summary>What goes wrong in one data centre, by the name that people give it. Which row or sensor it meets follows from the seed.</summary>
public static class ScenarioBook
{
    static readonly Dictionary<string, Func<FacilityModel, ulong, IEnumerable<FaultRequest>>> Scenarios = new(StringComparer.Ordinal)
    {
        ["breaker-trip"] = (site, key) => [Of(FaultKind.Trip, Row(site, key).Path, feed: SideOf(key))],
        ["cooling-stop"] = (site, key) => [Of(FaultKind.Cooling, Row(site, key).Path)],
        ["wan-cut"] = (site, _) => [Of(FaultKind.Wan, site.Plan.Id.Value)],
        ["flapping"] = (site, key) => [Of(FaultKind.Flap, Sensor(site, key).Location.Path, "env")],
        ["ups-on-battery"] = (site, _) => [Of(FaultKind.Battery, site.Plan.Id.Value)],
        ["leak"] = (site, key) => [Of(FaultKind.Leak, site.Plan.Id.Value, Cdu(site, key))],
        ["storm"] = (site, _) => Storm(site),
    };

    /// <summary>In the order of the alphabet.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Scenarios.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The faults that make it up.</summary>
    /// <exception cref="FaultRefusedException">There is no such scenario or data centre, or it has nothing that could break so.</exception>
    public static ImmutableArray<FaultRequest> Of(ScenarioRequest request, ProvinceModel province)
    {
        if (!Scenarios.TryGetValue(request.Name, out var play))
            throw new FaultRefusedException($"There is no scenario '{request.Name}'; there are {string.Join(", ", Names)}.");

        if (!FacilityId.TryParse(request.Facility, out var id) || province.Find(id) is not { } site)
            throw new FaultRefusedException($"There is no facility '{request.Facility}'.");

        var key = SeededNoise.Key(province.Plan.Seed, $"{request.Name} {request.Facility}");
        return [.. play(site, key).Select(fault => fault with { For = request.For, Every = request.Every })];
    }

    // The grid is gone, half of the breakers open at the surge, and no air handler comes back.
    static IEnumerable<FaultRequest> Storm(FacilityModel site) =>
    [
        Of(FaultKind.Battery, site.Plan.Id.Value),
        .. site.Rows.Select(row => Of(FaultKind.Trip, row.Path, feed: Feed.A)),
        .. site.Rows.Select(row => Of(FaultKind.Cooling, row.Path)),
    ];

    static RowPlan Row(FacilityModel site, ulong key) => site.Rows[(int)(key % (ulong)site.Rows.Length)];

    static Feed SideOf(ulong key) => (key >> 32) % 2 == 0 ? Feed.A : Feed.B;

    static SnmpDevicePlan Sensor(FacilityModel site, ulong key)
    {
        var sensors = site.Plan.Devices.Where(device => device.Kind == SnmpDeviceKind.AirSensor).ToList();
        return sensors[(int)(key % (ulong)sensors.Count)];
    }

    static string Cdu(FacilityModel site, ulong key) => site.Plan.Kind == SiteKind.AiTraining
        ? ChainNames.CduOf(site.Plan.Rooms[(int)(key % (ulong)site.Plan.Rooms.Length)].Id)
        : throw new FaultRefusedException($"{site.Plan.Id} is cooled by air alone; AI sites have liquid, as SZ-01.");

    static FaultRequest Of(FaultKind kind, string target, string? device = null, Feed? feed = null) => new(kind, target, device, feed, For: null);
}
