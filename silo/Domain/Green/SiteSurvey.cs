using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>What is known of a site when its efficiency is judged. Null is not known, and never a trait.</summary>
/// <param name="Pue">Annual figure.</param>
/// <param name="IsConvertible">Whether it can be rebuilt to today's limits; null when nobody has looked.</param>
public sealed record SiteSurvey(
    FacilityId Facility,
    ExactRatio? Pue,
    Ratio? Occupancy,
    double? StandardRacks,
    DateOnly? CommissionedOn,
    bool? IsConvertible,
    Energy? FacilityEnergy,
    Energy? ItEnergy)
{
    public ImmutableArray<SiteTrait> TraitsOn(DateOnly day, LowEfficiencyCriteria criteria)
    {
        var traits = ImmutableArray.CreateBuilder<SiteTrait>(4);
        if (Pue is { } pue && pue.CompareTo(criteria.PueAbove) > 0)
            traits.Add(SiteTrait.HighPue);
        if (Occupancy is { } occupancy && occupancy.Value < criteria.OccupancyBelow)
            traits.Add(SiteTrait.LowOccupancy);
        if (StandardRacks < criteria.StandardRacksBelow)
            traits.Add(SiteTrait.Small);
        if (CommissionedOn is { } since && since.AddYears(criteria.YearsFrom) <= day)
            traits.Add(SiteTrait.Old);
        return traits.DrainToImmutable();
    }

    /// <summary>
    /// Energy that the same IT load would not have used at another ratio; null when not known, zero when it is better
    /// already.
    /// </summary>
    public Energy? SavingAt(decimal ratio) => FacilityEnergy is { } facility && ItEnergy is { } it
        ? new Energy(Math.Max(0, facility.WattHours - (long)decimal.Round(it.WattHours * ratio, MidpointRounding.AwayFromZero)))
        : null;
}
