using Bunit;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Quality;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Quality;

public sealed class QualityMatrixTests
{
    [Fact]
    public void What_fails_has_a_mark_and_what_does_not_apply_is_neither_good_nor_bad()
    {
        using var context = new PageContext("en");

        var matrix = context.Render<QualityMatrix>(parameters => parameters
            .Add(each => each.Rows, [Row(new Ratio(0.52), null, new Ratio(0.85))]).Add(each => each.Title, "title"));
        var cells = matrix.FindAll("tbody td.number");

        Assert.Equal("value critical", cells[0].QuerySelector("span")!.ClassName);
        Assert.Equal("n/a", cells[1].TextContent);
        Assert.Equal("quiet", cells[1].QuerySelector("span")!.ClassName);
        Assert.Equal("value warning", cells[2].QuerySelector("span")!.ClassName);
        Assert.Contains("fails by: Conformity", matrix.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Leads_from_city_to_facility_to_meter()
    {
        var (now, rows) = (new DateTimeOffset(2026, 11, 12, 0, 0, 0, TimeSpan.Zero), new[]
        {
            Row(new Ratio(1)), Row(new Ratio(1)) with { Facility = FacilityId.Parse("NJ-01") },
            Row(new Ratio(1)) with { Facility = FacilityId.Parse("NJ-01"), Meter = "main" },
        });
        var report = new QualityReport(BusinessCalendar.Shanghai.Month(2026, 10), now, [.. rows], [], []);

        Assert.Equal([rows[0]], QualityQuery.Of(null, null, null, null, now).RowsOf(report));
        Assert.Equal([rows[1]], QualityQuery.Of(null, null, "NJ", null, now).RowsOf(report));
        Assert.Equal([rows[2]], QualityQuery.Of(null, null, null, "NJ-01", now).RowsOf(report));
        Assert.Empty(QualityQuery.Of(null, "temperature", null, null, now).RowsOf(report));
        Assert.Equal("2026-10", QualityQuery.Of("nonsense", null, null, null, now).Period.Text);
    }

    [Fact]
    public void Repairs_say_how_much_they_unlock()
    {
        using var context = new PageContext("zh-CN");
        ImmutableArray<RepairStep> steps =
        [
            new(["NJ-01/main", "NJ-01/ups"], [FacilityId.Parse("NJ-01")], 2, 1),
            new(["NJ-02/main"], [FacilityId.Parse("NJ-02")], 3, 2),
        ];

        var table = context.Render<RepairTable>(parameters => parameters.Add(each => each.Steps, steps));

        Assert.Contains("修好 3 只电能表，可使 2 家数据中心", table.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], table.FindAll("tbody th").Select(cell => cell.TextContent));
    }

    static QualityRow Row(params Ratio?[] dimensions) => new(
        CityCode.Parse("NJ"), null, null, PointClass.Meters, default,
        QualityScore.Of([.. dimensions, .. Enumerable.Repeat((Ratio?)new Ratio(1), 6 - dimensions.Length)]));
}
