using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>A city as the sum of its facilities.</summary>
/// <param name="Facilities">Facilities of the inventory.</param>
/// <param name="ItPower">Over the facilities whose IT power is live; null when none is.</param>
/// <param name="TotalPower">Likewise.</param>
/// <param name="Pue">Ratio of today's sums over facilities that have one at the first category; null when none has.</param>
/// <param name="RacksAbnormal">Racks in warning or critical.</param>
public sealed record CityTotals(
    City City, int Facilities, int Racks, int RacksLive, Power? ItPower, Power? TotalPower, Ratio? Pue, int RacksAbnormal)
{
    /// <summary>Every city of the inventory, in its order.</summary>
    public static ImmutableArray<CityTotals> Of(
        Inventory inventory, IReadOnlyDictionary<FacilityId, FacilitySnapshot> snapshots)
    {
        var byCity = inventory.Facilities.ToLookup(facility => facility.City);
        return [.. inventory.Cities.Select(city => Of(city, [.. byCity[city.Code]], snapshots))];
    }

    static CityTotals Of(
        City city, ImmutableArray<Facility> facilities, IReadOnlyDictionary<FacilityId, FacilitySnapshot> snapshots)
    {
        var known = facilities.Select(facility => snapshots.GetValueOrDefault(facility.Id)).OfType<FacilitySnapshot>().ToList();
        return new(
            city,
            facilities.Length,
            facilities.Sum(facility => facility.RackCount),
            known.Sum(facility => facility.RacksLive),
            Sum(known.Select(facility => facility.ItPower)),
            Sum(known.Select(facility => facility.TotalPower)),
            RatioOfSums([.. known.Select(facility => facility.PueToday).Where(figures => figures.Length > 0).Select(figures => figures[0])]),
            known.Sum(facility => facility.RacksCritical + facility.RacksInWarning));
    }

    static Power? Sum(IEnumerable<Power?> powers)
    {
        var live = powers.OfType<Power>().ToList();
        return live.Count == 0 ? null : live.Aggregate((left, right) => left + right);
    }

    static Ratio? RatioOfSums(ImmutableArray<PueFigure> figures)
    {
        // Categories differ by metering point: a sum over different ones would be no PUE.
        if (figures.Length == 0 || figures.Any(figure => figure.Category != figures[0].Category))
            return null;

        var it = figures.Aggregate(Energy.Zero, (sum, figure) => sum + figure.ItEnergy);
        var total = figures.Aggregate(Energy.Zero, (sum, figure) => sum + figure.FacilityEnergy);
        return it > Energy.Zero ? total / it : null;
    }
}
