using Bunit;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Quality;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Quality;

/// <summary>The matrix of cities and classes, and the way down to single points.</summary>
public sealed class QualityDrillTests
{
    static readonly CityCode Nanjing = CityCode.Parse("NJ");
    static readonly FacilityId Site = FacilityId.Parse("NJ-01");

    [Fact]
    public void Points_that_verdicts_wait_for_come_first_in_the_order_of_repairs_and_then_the_worst()
    {
        var rows = new[] { Point("good", 0.99), Point("bad", 0.4), Point("waited", 0.95), Point("waited-longer", 0.9) };
        var report = Report([.. rows], [new(["NJ-01/waited"], [Site], 1, 1), new(["NJ-01/waited-longer"], [Site, FacilityId.Parse("NJ-02")], 2, 2)]);

        var points = PointImpact.Of(report, report.Rows);

        Assert.Equal(["waited", "waited-longer", "bad", "good"], points.Select(point => point.Row.Meter));
        Assert.Equal([1, 2, null, null], points.Select(point => point.Step));
        Assert.Equal(2, points[1].Unlocks);
    }

    [Theory]
    [InlineData(QualityMetric.Completeness, "97.5 %", "")]
    [InlineData(QualityMetric.Lateness, "75.0 s", "value warning")]
    [InlineData(QualityMetric.ClockSkew, "-320.0 s", "value critical")]
    [InlineData(QualityMetric.OutOfRange, "0.5 %", "value warning")]
    [InlineData(QualityMetric.Duplicates, "0.0 %", "")]
    public void A_cell_shows_one_measure_with_its_unit_and_a_mark_where_it_is_worth_a_look(QualityMetric metric, string text, string mark)
    {
        using var context = new PageContext("en");
        var tally = new PointTally { Points = 10, Expected = 1_000, Received = 1_000, OutOfRange = 5 };
        var cell = new QualityCell(
            Nanjing, PointClass.Temperature, 3, tally, Score(0.975), new(TimeSpan.FromSeconds(75), TimeSpan.FromSeconds(-320)));

        var matrix = context.Render<ClassMatrix>(parameters => parameters
            .Add(each => each.Cells, [cell]).Add(each => each.Metric, metric).Add(each => each.Text, "2026-10"));
        var link = matrix.Find("td a");

        Assert.Equal(text, link.TextContent);
        Assert.Equal(mark, link.ClassName ?? "");
        Assert.Equal(4, matrix.FindAll("td .quiet").Count);
    }

    [Fact]
    public void What_was_not_counted_has_no_value_and_no_mark()
    {
        var value = MetricValue.Of(QualityMetric.Lateness, default, Score(null), null);

        Assert.Null(value.Value);
        Assert.False(value.IsWrong || value.IsWorthALook);
    }

    static QualityRow Point(string meter, double completeness) => new(Nanjing, Site, meter, PointClass.Meters, default, Score(completeness));

    static QualityScore Score(double? completeness) =>
        QualityScore.Of([null, completeness is { } share ? new Ratio(share) : null, null, null, null, null]);

    static QualityReport Report(ImmutableArray<QualityRow> rows, ImmutableArray<RepairStep> repairs) =>
        new(BusinessCalendar.Shanghai.Month(2026, 10), DateTimeOffset.UnixEpoch, rows, [], repairs);
}
