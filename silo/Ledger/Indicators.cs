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
    /// <param name="inputs">Of the facility alone.</param>
    public static Dictionary<RuleIndicator, RuleMeasurement> Of(
        PeriodMeasure measure, FacilityProfile profile, GreenInputs inputs, BusinessCalendar calendar)
    {
        var known = new Dictionary<RuleIndicator, RuleMeasurement>();
        if (profile.StandardRacks is { } racks)
            known[RuleIndicator.StandardRacks] = RuleMeasurement.Exact(ExactRatio.Of((decimal)racks));
        if (profile.CommissionedOn is { } since)
            known[RuleIndicator.YearsOfOperation] = RuleMeasurement.Exact(new(Math.Max(0, YearsBetween(since, calendar.LocalDate(measure.Period.To))), 1));
        var period = measure.Energy.With(FacilityFacts.None.With(inputs, measure.Period, calendar));
        if (new RenewableEnergyFactor().TermsOf(period) is { Lower: > 0 } terms)
            known[RuleIndicator.RenewableShare] = RuleMeasurement.Exact(new((long)terms.Upper, (long)terms.Lower.Value));
        if (period.Facts.Racks is { } counts)
            Count(known, counts, period);
        if (inputs.TestOf(measure.Period, calendar) is { Ratio: var tested })
            known[RuleIndicator.CharacteristicRatio] = RuleMeasurement.Exact(new(tested.Facility.WattHours, tested.It.WattHours));
        return known;
    }

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
