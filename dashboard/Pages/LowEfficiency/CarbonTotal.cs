using DcOps.Domain.Green;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.LowEfficiency;

/// <summary>Sums over the facilities of which something is known, with how many those are. Null when it is none.</summary>
sealed record CarbonTotal(CarbonMass? Location, int WithLocation, CarbonMass? Market, int WithMarket, Energy? Energy)
{
    public static CarbonTotal Of(IReadOnlyCollection<GreenRow> rows)
    {
        var (location, market, energy) = (
            rows.Select(row => row.LocationCarbon).OfType<CarbonMass>().ToList(),
            rows.Select(row => row.MarketCarbon).OfType<CarbonMass>().ToList(),
            rows.Select(row => row.FacilityEnergy).OfType<Energy>().ToList());
        return new(
            Sum(location), location.Count, Sum(market), market.Count, energy.Count == 0 ? null : new(energy.Sum(each => each.WattHours)));
    }

    static CarbonMass? Sum(List<CarbonMass> known) => known.Count == 0 ? null : new(known.Sum(each => each.Kilograms));
}
