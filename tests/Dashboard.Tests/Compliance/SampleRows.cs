using DcOps.Contracts.Ledger;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Compliance;

/// <summary>Facilities with figures of choice, judged by the shipped rules.</summary>
static class SampleRows
{
    public static readonly BusinessPeriod Year = new(BusinessCalendar.Shanghai.Day(new(2025, 11, 1)).From, BusinessCalendar.Shanghai.Day(new(2026, 11, 1)).From);
    public static readonly DateTimeOffset At = new(2026, 11, 12, 2, 0, 0, TimeSpan.Zero);

    public static readonly ImmutableArray<City> Cities =
        [.. Enumerable.Range(0, 13).Select(index => new City(CityCode.Parse($"{(char)('A' + index)}Z"), new($"城市{index}", $"City {index}"), null, null))];

    public static ReportPeriod Period => new(ReportSpan.TrailingYear, Year);

    /// <summary>A facility at a ratio, with an interval around it.</summary>
    /// <param name="ratio">Null for one of which nothing is closed.</param>
    public static ComplianceRow Row(int number, decimal? ratio, decimal reach = 0, string english = "Site", string[]? groups = null, string owner = "Owner")
    {
        var city = Cities[number % Cities.Length];
        var id = FacilityId.Parse($"{city.Code}-{number:00}");
        var facility = new Facility(id, city.Code, new($"数据中心{number}", $"{english} {number}"), [], [new("utility-1", MeterRole.UtilityEntrance)], null);
        var profile = new FacilityProfile("CN-JS", [], 500 + number, ProjectKind.Existing, new(2020, 1, 1), CoolingKind.Air, true, false, "telecom", null);
        var declaration = new FacilityDeclaration(id, profile, owner, [.. groups ?? []], null);
        return ratio is { } known
            ? new(facility, declaration, Judged(id, profile, known, reach), Figure(known - 0.01m, At.AddDays(-30), At), 1)
            : new(facility, declaration, null, null, 0);
    }

    public static ComplianceList List(params ComplianceRow[] rows) =>
        new(Period, At, [.. rows], [], [.. RuleBook.Shipped.Packs.Select(pack => $"{pack.Id} {pack.Version}")]);

    public static Inventory Inventory(params ComplianceRow[] rows) =>
        new(ProvinceId.Parse("JS"), new("江苏省", "Jiangsu"), Cities, [.. rows.Select(row => row.Facility)]);

    public static PueFigure Figure(decimal ratio, DateTimeOffset from, DateTimeOffset to, EvidenceGrade grade = EvidenceGrade.Compliance) => new(
        new Ratio((double)ratio), PueCategory.Category1, from, to, Energy.FromKilowattHours(1_000 * ratio), Energy.FromKilowattHours(1_000),
        new(0.995), new(0.004), grade, 1);

    static FacilityCompliance Judged(FacilityId id, FacilityProfile profile, decimal ratio, decimal reach)
    {
        var measured = new RuleMeasurement(
            ExactRatio.Of(ratio), ExactRatio.Of(ratio - reach), ExactRatio.Of(ratio + reach), 0.001, PueCategory.Category1, null);
        var rules = RuleBook.Shipped;
        return new(
            id, Figure(ratio, Year.From, Year.To), "rated", measured,
            rules["gb-40879"].GradeOf(measured.Value!.Value, RuleIndicator.AnnualRatio, new(2026, 10, 31)),
            [
                .. rules.InForce(new(2026, 10, 31)).Where(each => each.Rule.Indicator == RuleIndicator.AnnualRatio)
                    .Select(each => RuleJudge.Judge(each.Pack, each.Rule, profile, measured)),
            ],
            null);
    }
}
