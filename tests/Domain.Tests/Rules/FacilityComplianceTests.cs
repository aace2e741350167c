using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Tests.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Rules;

public sealed class FacilityComplianceTests
{
    static readonly BusinessCalendar Calendar = BusinessCalendar.Shanghai;
    static readonly BusinessPeriod Year = Calendar.Year(2025);

    static readonly FacilityProfile Profile = new(
        "CN-JS", [], 1_000, ProjectKind.Existing, new(2015, 1, 1), CoolingKind.Air, true, false, "internet", null);

    [Fact]
    public void A_whole_year_is_judged_by_every_rule_of_its_last_day()
    {
        var compliance = Of(Book(facilityKilowatts: 140, itKilowatts: 100));

        Assert.Equal((1.4, 3), (Math.Round(compliance.Figure!.Value!.Value.Value, 6), compliance.Grade));
        Assert.Equal(("rm2-limit", RuleOutcome.Compliant), (compliance.Deciding!.Rule.Id, compliance.Deciding.Outcome));
        Assert.Equal(RuleOutcome.NotApplicable, Outcome(compliance, "YRD-HUB-pue"));
        Assert.Equal(RuleOutcome.Compliant, Outcome(compliance, "CN-2024-07-pue"));
        Assert.Equal(RuleOutcome.Over, Outcome(compliance, "FIN-2025"));
        Assert.DoesNotContain(compliance.Verdicts, verdict => verdict.Rule.Id is "BJ-2026" or "CN-2021-3Y-pue-2021");
        Assert.Equal(0.0198, compliance.Annual.HalfWidth!.Value, 4);
        Assert.Null(compliance.Need);
    }

    [Fact]
    public void A_gap_that_could_turn_the_answer_leaves_it_open_and_says_what_to_mend()
    {
        var compliance = Of(Book(facilityKilowatts: 147, itKilowatts: 100, lostDays: 20, spare: true));

        Assert.Equal((RuleOutcome.InsufficientEvidence, "rm2-limit"), (compliance.Deciding!.Outcome, compliance.Deciding.Rule.Id));
        Assert.Equal("what is missing could turn the answer", compliance.Deciding.Reason);
        Assert.True(compliance.Annual.Low!.Value.Value < 1.5 && compliance.Annual.High!.Value.Value > 1.5);
        Assert.Equal(["ups"], compliance.Need!.Meters);
    }

    [Fact]
    public void A_gap_that_cannot_turn_the_answer_does_not_hide_it()
    {
        var compliance = Of(Book(facilityKilowatts: 190, itKilowatts: 100, lostDays: 20, spare: true));

        Assert.Equal(RuleOutcome.Over, compliance.Deciding!.Outcome);
        Assert.Equal(0, compliance.Grade);
        Assert.True(compliance.Figure!.Completeness.Value < 0.95);
    }

    [Fact]
    public void No_verdict_rests_on_estimates_beyond_what_a_limit_may_be_compared_with()
    {
        var estimated = Of(Book(facilityKilowatts: 145, itKilowatts: 100, lostDays: 20, lostFrom: 60));

        Assert.Equal(1.45, estimated.Figure!.Value!.Value.Value, 6);
        Assert.Equal((1.0, EvidenceGrade.Indicative), (estimated.Figure.Completeness.Value, estimated.Figure.Grade));
        Assert.Equal(("rated-strict", RuleOutcome.InsufficientEvidence), (estimated.Policy, estimated.Deciding!.Outcome));
        Assert.Equal("rated", Of(Book(facilityKilowatts: 140, itKilowatts: 100)).Policy);
    }

    static RuleOutcome Outcome(FacilityCompliance compliance, string rule) =>
        compliance.Verdicts.Single(verdict => verdict.Rule.Id == rule).Outcome;

    static FacilityCompliance Of(FacilityBook book) => FacilityCompliance.Of(
        book, Year, PueCategory.Category1, Profile, RuleBook.Shipped, GapPolicy.Rated, new Dictionary<RuleIndicator, RuleMeasurement>());

    /// <summary>
    /// A year read hourly; the UPS was not read for <paramref name="lostDays"/>, after which it is another meter.
    /// </summary>
    static FacilityBook Book(double facilityKilowatts, double itKilowatts, int lostDays = 0, bool spare = false, int lostFrom = 0)
    {
        var book = new FacilityBook(
            MeterOf.Facility,
            new([
                MeterOf.Role(MeterRole.UtilityEntrance, "main", ratedKilowatts: 400),
                MeterOf.Role(MeterRole.UpsOutput, "ups", ratedKilowatts: spare ? 250 : 400),
            ]),
            Calendar, ClosePolicy.Default);
        var lost = new BusinessPeriod(Year.From.AddDays(lostFrom), Year.From.AddDays(lostFrom + lostDays));
        for (var at = Year.From; at <= Year.To; at = at.AddHours(1))
        {
            var hours = (at - Year.From).TotalHours;
            book.Take("main", new RegisterReading(at, hours * facilityKilowatts * 1_000));
            if (!lost.Contains(at))
                book.Take("ups", new RegisterReading(at, hours * itKilowatts * 1_000, at < lost.To ? "A" : "B"));
        }

        return book;
    }
}
