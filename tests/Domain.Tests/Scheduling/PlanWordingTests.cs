using System.Globalization;
using System.Text.RegularExpressions;
using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Reasons;
using DcOps.Domain.Scheduling.Tables;
using DcOps.Domain.Scheduling.Wording;

namespace DcOps.Domain.Tests.Scheduling;

/// <summary>Reasons of a plan in words.</summary>
public sealed partial class PlanWordingTests
{
    [Fact]
    public void Every_reason_that_the_code_gives_has_words_in_both_languages_with_the_same_placeholders()
    {
        var input = PlanScene.Input();
        foreach (var id in PlanWording.TextIds)
        {
            var (zh, en) = (Forms(PlanWording.Chinese(input), id), Forms(PlanWording.English(input), id));
            Assert.Equal(zh, en);
        }
    }

    [Fact]
    public void A_reason_says_times_amounts_and_durations_as_people_write_them()
    {
        var words = PlanWording.English(PlanScene.Input());

        Assert.Equal(
            "At A-01 from 03-02 00:30 rather than 03-02 01:15: the other time would cost ¥12.50 more",
            words.Of(ReasonText.Of("Reason.BetterTime", "A-01", 2, 5, 12.5)));
        Assert.Equal("Give it a window of at least 45 min", words.Of(ReasonText.Of("Remedy.Deadline", 3)));
    }

    [Fact]
    public void A_reason_without_words_is_shown_as_it_is()
    {
        Assert.Equal("Schedule.Reason.New A-01, 3", PlanWording.Chinese(PlanScene.Input()).Of(ReasonText.Of("Reason.New", "A-01", 3)));
    }

    [Fact]
    public void No_reason_of_a_plan_is_left_without_words_and_the_billed_column_sums_to_the_bill()
    {
        var plan = PlanScene.Plan(PlanScene.Input(
            PlanScene.Job("J1"), PlanScene.Job("J2", units: 400), PlanScene.Job("J3") with { SecurityGrade = 5 },
            PlanScene.Job("J4", duration: 8) with { Gigabytes = 100_000, DataRegion = 1, Latency = LatencyClass.City },
            PlanScene.Job("J5") with { Stack = "torch" }));
        var rows = CsvText.Rows(PlanReport.Reasons(plan));
        var header = rows[0].Cells;

        Assert.DoesNotContain(rows.SelectMany(row => row.Cells), cell => cell.Contains("Schedule.", StringComparison.Ordinal) || cell.Contains('{', StringComparison.Ordinal));
        var billed = rows.Skip(1).Select(row => row.Cells[header.IndexOf("billed-cny")]).Where(cell => cell.Length > 0)
            .Sum(cell => double.Parse(cell, CultureInfo.InvariantCulture));
        Assert.Equal(plan.Cost - plan.Verdict.Bill.Unserved, billed, 3);
        Assert.All(rows.Skip(1), row => Assert.NotEqual("", row.Cells[header.IndexOf("reason-zh")]));
    }

    static SortedSet<string> Forms(PlanWording wording, string id)
    {
        // Arguments that differ by position tell which of them a text shows.
        var said = wording.Of(new(id, [.. Enumerable.Range(0, 6).Select(index => (object)(7 + (13 * index)))]));
        return [.. Digits().Matches(said).Select(match => match.Value)];
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
