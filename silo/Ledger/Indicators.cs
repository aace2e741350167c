using DcOps.Domain.Facilities;
using DcOps.Domain.Green;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Ledger;

/// <summary>Indicators that the ledger, the declarations and the dated tables can answer besides the annual ratio.</summary>
static class Indicators
{
    /// <param name="before">The twelve months before; null where they are not known.</param>
    /// <param name="inputs">Of the facility alone.</param>
    public static Dictionary<RuleIndicator, RuleMeasurement> Of(
        PeriodMeasure measure, PeriodMeasure? before, FacilityProfile profile, GreenInputs inputs, BusinessCalendar calendar)
    {
        var known = new Dictionary<RuleIndicator, RuleMeasurement>();
        if (profile.StandardRacks is { } racks)
            known[RuleIndicator.StandardRacks] = RuleMeasurement.Exact(ExactRatio.Of((decimal)racks));
        if (profile.CommissionedOn is { } since)
            known[RuleIndicator.YearsOfOperation] = RuleMeasurement.Exact(new(Math.Max(0, YearsBetween(since, calendar.LocalDate(measure.Period.To))), 1));
        if (profile.HasOwnDistribution is { } own)
            known[RuleIndicator.OwnBoundary] = RuleMeasurement.Exact(new(own && measure.Energy.FirstCategory is not null ? 1 : 0, 1));
        var period = Fed(measure);
        if (RenewableOf(period) is { } share)
            known[RuleIndicator.RenewableShare] = RuleMeasurement.Exact(share);
        if (RenewableOf(period) is { } now && before is not null && RenewableOf(Fed(before)) is { Upper: > 0 } then)
            known[RuleIndicator.RenewableGrowth] = RuleMeasurement.Exact(ExactRatio.Over(now, then));
        if (period.Facts.Racks is { } counts)
            Count(known, counts, period);
        if (inputs.TestOf(measure.Period, calendar) is { Ratio: var tested })
            known[RuleIndicator.CharacteristicRatio] = RuleMeasurement.Exact(new(tested.Facility.WattHours, tested.It.WattHours));
        return known;

        FacilityPeriod Fed(PeriodMeasure each) => each.Energy.With(FacilityFacts.None.With(inputs, each.Period, calendar));
    }

    static ExactRatio? RenewableOf(FacilityPeriod period) => new RenewableEnergyFactor().TermsOf(period) is { Lower: > 0 } terms
        ? new((long)terms.Upper, (long)terms.Lower.Value)
        : null;

    static void Count(Dictionary<RuleIndicator, RuleMeasurement> known, RackCounts counts, FacilityPeriod period)
    {
        if (counts.Installed > 0)
            known[RuleIndicator.RackOccupancy] = RuleMeasurement.Exact(new(counts.InService, counts.Installed));
        if (counts.Design > 0)
            known[RuleIndicator.RackBuildOut] = RuleMeasurement.Exact(new(counts.Installed, counts.Design));
        var rated = (long)(counts.RatedPower.Watts * period.Hours);
        if (period.ItEnergy is { } it && rated > 0)
            known[RuleIndicator.ItLoad] = RuleMeasurement.Exact(new(it.WattHours, rated));
    }

    static int YearsBetween(DateOnly since, DateOnly day) => day.Year - since.Year - (since.AddYears(day.Year - since.Year) > day ? 1 : 0);
}
