using DcOps.Domain.Alarms.Rules;

namespace DcOps.Domain.Alarms.Figures;

/// <summary>What closed days, closed months and yesterday's history tell of a facility, as rules ask it.</summary>
/// <param name="Balances">Of yesterday, by parent meter; only those of which something could be compared.</param>
/// <param name="Pue">Null while there are not enough closed days.</param>
/// <param name="Forecast">Of the running year; null while no month of it is closed, or last year is not known.</param>
/// <param name="Year">Null when no day of the running year is closed.</param>
/// <param name="Utilisation">Means over the last week or month.</param>
/// <param name="Headroom">Of the narrowest resource by yesterday's peak; null when none is declared or measured.</param>
public sealed record FacilityFigures(
    ImmutableArray<BalancedEnergy> Balances,
    PueComparison? Pue,
    PueForecast? Forecast,
    YearEnergy? Year,
    ImmutableArray<PlaceUse> Utilisation,
    UsedCapacity? Headroom)
{
    public static FacilityFigures None { get; } = new([], null, null, null, [], null);
}
