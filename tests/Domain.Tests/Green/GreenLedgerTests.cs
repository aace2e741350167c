using DcOps.Domain.Green;
using DcOps.Domain.Kpis;
using DcOps.Domain.Kpis.Factors;
using DcOps.Domain.Rules;
using DcOps.Domain.Tests.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Green;

public sealed class GreenLedgerTests
{
    static readonly RulePack Pack = RuleBook.Shipped["green-data-centre"];

    static readonly FacilityProfile Facility = new(
        "CN-JS", [], 4_000, ProjectKind.New, null, CoolingKind.Air, true, false, "internet", null);

    [Fact]
    public void A_row_names_the_year_of_each_factor_and_marks_what_was_not_verified()
    {
        var period = PeriodOf.Rows((MeterRole.UtilityEntrance, [13_000_000]), (MeterRole.UpsOutput, [10_000_000])).With(new()
        {
            LocationFactor = FactorTable.Shipped.Newest("CN-JS", FactorMethod.Location, 2026),
            ResidualFactor = FactorTable.Shipped.Find("CN", FactorMethod.Residual, 2022),
            Water = new(18_000_000),
            ContractedRenewable = Energy.FromKilowattHours(1_300_000),
        });

        var row = GreenRow.Of(FacilityId.Parse("NJ-01"), period);

        Assert.Equal((2023, 2022, true), (row.LocationFactorYear, row.MarketFactorYear, row.HasUnverifiedFactor));
        Assert.Equal(7_575_100m, row.LocationCarbon!.Value.Kilograms);
        Assert.Equal(11_700_000 * 0.5856m, row.MarketCarbon!.Value.Kilograms);
        Assert.Equal(0.1, row.RenewableShare!.Value.Value, 12);
    }

    [Fact]
    public void A_row_without_factors_knows_no_carbon()
    {
        var row = GreenRow.Of(
            FacilityId.Parse("NJ-01"), PeriodOf.Rows((MeterRole.UtilityEntrance, [13]), (MeterRole.UpsOutput, [10])));

        Assert.Equal((null, null, null, false), (row.LocationCarbon, row.LocationFactorYear, row.RenewableShare, row.HasUnverifiedFactor));
    }

    [Fact]
    public void A_facility_that_meets_every_condition_may_apply()
    {
        var assessment = Assess(Everything());

        Assert.Equal(RuleOutcome.Compliant, assessment.Outcome);
        Assert.Equal(0.5, assessment.Scores.Single(score => score.Line.Indicator == RuleIndicator.AnnualRatio).Score!.Value, 9);
        Assert.Equal(1, assessment.Scores.Single(score => score.Line.Indicator == RuleIndicator.RenewableShare).Score!.Value, 9);
    }

    [Fact]
    public void One_failed_condition_fails_and_one_open_leaves_it_open()
    {
        var failed = Everything();
        failed[RuleIndicator.EfficiencyGrade] = GreenAssessment.Grade(0);
        var open = Everything();
        open.Remove(RuleIndicator.GreenLevel);

        Assert.Equal(RuleOutcome.Over, Assess(failed).Outcome);
        Assert.Equal(RuleOutcome.InsufficientEvidence, Assess(open).Outcome);
        Assert.Equal(
            RuleOutcome.InsufficientEvidence,
            GreenAssessment.Of(Pack, Facility, Everything(), new Dictionary<string, decimal>()).Outcome);
    }

    [Fact]
    public void Financial_sites_are_exempt_from_the_size_and_hints_never_fail()
    {
        var small = Everything();
        small[RuleIndicator.StandardRacks] = Exactly(200);
        small[RuleIndicator.ItLoad] = Exactly(0.1m);

        Assert.Equal(RuleOutcome.Over, Assess(small).Outcome);
        Assert.Equal(RuleOutcome.Compliant, Assess(small, Facility with { Sector = "finance" }).Outcome);
    }

    static GreenAssessment Assess(Dictionary<RuleIndicator, RuleMeasurement> measured, FacilityProfile? facility = null) =>
        GreenAssessment.Of(Pack, facility ?? Facility, measured, new Dictionary<string, decimal> { ["CN-GREEN-2025-renewable"] = 0.2m });

    static Dictionary<RuleIndicator, RuleMeasurement> Everything() => new()
    {
        [RuleIndicator.StandardRacks] = Exactly(4_000),
        [RuleIndicator.RackBuildOut] = Exactly(0.7m),
        [RuleIndicator.RackOccupancy] = Exactly(0.7m),
        [RuleIndicator.AnnualRatio] = Exactly(1.2m),
        [RuleIndicator.EfficiencyGrade] = GreenAssessment.Grade(1),
        [RuleIndicator.GreenLevel] = Exactly(2),
        [RuleIndicator.RenewableShare] = Exactly(0.9m),
        [RuleIndicator.YearsOfOperation] = Exactly(1.5m),
        [RuleIndicator.OwnBoundary] = Exactly(1),
        [RuleIndicator.ItLoad] = Exactly(0.45m),
    };

    static RuleMeasurement Exactly(decimal value) => RuleMeasurement.Exact(ExactRatio.Of(value));
}
