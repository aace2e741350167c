using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Ledger;

/// <summary>Indicators that the ledger and the declarations can answer besides the annual ratio.</summary>
static class Indicators
{
    public static Dictionary<RuleIndicator, RuleMeasurement> Of(PeriodMeasure measure, FacilityProfile profile, BusinessCalendar calendar)
    {
        var known = new Dictionary<RuleIndicator, RuleMeasurement>();
        if (profile.StandardRacks is { } racks)
            known[RuleIndicator.StandardRacks] = RuleMeasurement.Exact(ExactRatio.Of((decimal)racks));
        if (profile.CommissionedOn is { } since)
            known[RuleIndicator.YearsOfOperation] = RuleMeasurement.Exact(new(Math.Max(0, YearsBetween(since, calendar.LocalDate(measure.Period.To))), 1));
        if (new RenewableEnergyFactor().TermsOf(measure.Energy) is { Lower: > 0 } terms)
            known[RuleIndicator.RenewableShare] = RuleMeasurement.Exact(new((long)terms.Upper, (long)terms.Lower.Value));
        return known;
    }

    static int YearsBetween(DateOnly since, DateOnly day) => day.Year - since.Year - (since.AddYears(day.Year - since.Year) > day ? 1 : 0);
}
