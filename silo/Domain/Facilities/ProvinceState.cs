using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>The province as the sum of its facilities' newest snapshots. One writer, no clock.</summary>
public sealed class ProvinceState(Inventory inventory)
{
    /// <summary>A facility that has been silent for longer is in no total of power.</summary>
    public static readonly TimeSpan PromisedAge = TimeSpan.FromSeconds(60);

    readonly Dictionary<FacilityId, FacilitySnapshot> _facilities = [];

    public long Version { get; private set; }

    /// <summary>Takes a facility's snapshot; false when it is not newer than the last, or of a facility that the inventory does not have.</summary>
    public bool Report(FacilitySnapshot facility)
    {
        if (!inventory.TryGet(facility.Facility, out _)
            || (_facilities.TryGetValue(facility.Facility, out var last) && facility.Version <= last.Version))
            return false;

        _facilities[facility.Facility] = facility;
        return true;
    }

    public ProvinceSnapshot Snapshot(DateTimeOffset now)
    {
        Version = Math.Max(Version + 1, now.ToUnixTimeMilliseconds());
        ImmutableArray<FacilitySnapshot> all =
            [.. inventory.Facilities.Where(facility => _facilities.ContainsKey(facility.Id)).Select(facility => _facilities[facility.Id])];
        var live = all.Where(facility => now - facility.At <= PromisedAge).ToList();
        return new(
            inventory.Province, Version, now,
            Sum(live.Select(facility => facility.TotalPower)),
            Sum(live.Select(facility => facility.ItPower)),
            PueToday(all, now),
            inventory.Facilities.Length, live.Count, inventory.RackCount, live.Sum(facility => facility.RacksLive), all);
    }

    static Power? Sum(IEnumerable<Power?> powers) =>
        powers.Aggregate((Power?)null, (sum, power) => power is { } some ? (sum ?? Power.Zero) + some : sum);

    // Energy does not go stale with its reporter: what a silent facility measured today still counts today.
    static PueFigure? PueToday(ImmutableArray<FacilitySnapshot> facilities, DateTimeOffset now)
    {
        var today = BusinessCalendar.Shanghai.DayOf(now);
        var declaring = facilities
            .Where(facility => today.Contains(facility.At) && !facility.PueToday.IsEmpty)
            .Select(facility => facility.PueToday)
            .ToList();
        foreach (var category in Enum.GetValues<PueCategory>())
        {
            if (declaring.Count > 0 && declaring.TrueForAll(figures => figures.Any(figure => figure.Category == category)))
                return PueFigure.Sum([.. declaring.Select(figures => figures.First(figure => figure.Category == category))]);
        }

        return null;
    }
}
