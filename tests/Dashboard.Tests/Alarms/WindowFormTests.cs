using DcOps.Dashboard.Pages.Alarms;
using DcOps.Domain.Alarms.Work;

namespace DcOps.Dashboard.Tests.Alarms;

public sealed class WindowFormTests
{
    static readonly DateTimeOffset Eight = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_fixed_window_is_from_and_to_in_Beijing() => Assert.Equal(
        new WindowSchedule.Fixed(Eight, Eight.AddHours(2)), Form("fixed", to: "2026-03-02T10:00").Schedule);

    [Fact]
    public void A_flexible_window_needs_how_long_it_lasts()
    {
        Assert.Equal(
            new WindowSchedule.Flexible(Eight, Eight.AddDays(1), TimeSpan.FromHours(1.5)), Form("flexible", to: "2026-03-03T08:00", hours: "1.5").Schedule);
        Assert.Null(Form("flexible", to: "2026-03-03T08:00").Schedule);
    }

    [Fact]
    public void A_recurring_window_has_days_a_time_and_may_go_on_for_ever()
    {
        var schedule = Assert.IsType<WindowSchedule.Recurring>(Form("recurring", hours: "2", days: ["Saturday", "Sunday"]).Schedule);

        Assert.Equal([DayOfWeek.Saturday, DayOfWeek.Sunday], schedule.Days);
        Assert.Equal(
            (new TimeOnly(8, 0), TimeSpan.FromHours(2), new DateOnly(2026, 3, 2), (DateOnly?)null),
            (schedule.LocalStart, schedule.Duration, schedule.First, schedule.Last));
        Assert.Null(Form("recurring", hours: "2").Schedule);
        Assert.Null(Form("recurring", to: "2026-03-01T08:00", hours: "2", days: ["Monday"]).Schedule);
    }

    [Fact]
    public void The_wrong_way_round_is_no_window() => Assert.Null(Form("fixed", to: "2026-03-02T07:00").Schedule);

    static WindowForm Form(string kind, string? to = null, string? hours = null, string[]? days = null) =>
        new() { Kind = kind, From = "2026-03-02T08:00", To = to, Hours = hours, Days = days };
}
