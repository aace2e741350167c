using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>Meters whose repair would make a facility's verdict decidable.</summary>
/// <param name="Meters">Widest gap first; never empty.</param>
public sealed record RepairNeed(FacilityId Facility, ImmutableArray<string> Meters)
{
    /// <summary>
    /// The meters that, taken widest gap first, leave an interval that lies on one side of the limit. Null when the facility
    /// is decidable already, or would not become so by meters alone.
    /// </summary>
    /// <param name="facility">Known energy that entered.</param>
    /// <param name="it">Known IT energy.</param>
    public static RepairNeed? Of(FacilityId id, decimal limit, Energy facility, Energy it, IReadOnlyCollection<MeterGap> gaps)
    {
        var open = gaps.Where(gap => gap.Width > 0).OrderByDescending(gap => gap.Width)
            .ThenBy(gap => gap.Meter, StringComparer.Ordinal).ToList();
        var repaired = new List<MeterGap>();
        while (!IsDecided(limit, facility, it, open, repaired))
        {
            if (open.Count == 0)
                return null;

            repaired.Add(open[0]);
            open.RemoveAt(0);
        }

        return repaired.Count == 0 ? null : new(id, [.. repaired.Select(gap => gap.Meter)]);
    }

    static bool IsDecided(decimal limit, Energy facility, Energy it, List<MeterGap> open, List<MeterGap> repaired)
    {
        var (above, below) = (facility.WattHours + Likely(repaired, isIt: false), it.WattHours + Likely(repaired, isIt: true));
        var entering = Bounds(open, isIt: false);
        var its = Bounds(open, isIt: true);
        var low = ExactRatio.Of(new(above + entering.Low.WattHours), new(below + its.High.WattHours));
        var high = ExactRatio.Of(new(above + entering.High.WattHours), new(below + its.Low.WattHours));
        return low?.CompareTo(limit) > 0 || high?.CompareTo(limit) <= 0;
    }

    static EnergyBounds Bounds(List<MeterGap> gaps, bool isIt) => gaps.Where(gap => gap.IsIt == isIt)
        .Aggregate(default(EnergyBounds), (sum, gap) => sum + gap.Bounds);

    static long Likely(List<MeterGap> repaired, bool isIt) =>
        repaired.Where(gap => gap.IsIt == isIt).Sum(gap => gap.Likely.WattHours);
}
