using DcOps.Domain.Alarms.Figures;
using DcOps.Domain.Kpis;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Alarms.Figures;

public sealed class LikeDaysTests
{
    static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void The_last_week_is_compared_with_earlier_days_of_the_same_weather()
    {
        // Cold days at 1.2, warm days at 1.4; the last week is warm at 1.5.
        var days = Enumerable.Range(0, 60).Select(back => back < 7 ? Day(back, 1.5, 25) : back % 2 == 0 ? Day(back, 1.4, 24) : Day(back, 1.2, 5));

        var compared = LikeDays.Compare(days)!.Value;

        Assert.Equal(1.5, compared.Present!.Value, 6);
        Assert.Equal(1.4, compared.Baseline!.Value, 6);
    }

    [Fact]
    public void Without_weather_the_same_season_of_last_year_is_taken()
    {
        var days = Enumerable.Range(0, 400).Select(back => Day(back, back < 7 ? 1.5 : Math.Abs(back - 368) < 25 ? 1.3 : 9, null));

        Assert.Equal(1.3, LikeDays.Compare(days)!.Value.Baseline!.Value, 6);
    }

    [Fact]
    public void A_facility_without_like_days_is_compared_with_nothing()
    {
        Assert.Null(LikeDays.Compare(Enumerable.Range(0, 60).Select(back => Day(back, 1.5, back < 7 ? 35 : 5))));
        Assert.Null(LikeDays.Compare(Enumerable.Range(0, 6).Select(back => Day(back, 1.5, 20))));
    }

    [Fact]
    public void The_days_right_before_do_not_count_so_that_a_slow_drift_is_seen()
    {
        var days = Enumerable.Range(0, 60).Select(back => Day(back, back < 21 ? 1.5 : 1.3, 20));

        Assert.Equal(1.3, LikeDays.Compare(days)!.Value.Baseline!.Value, 6);
    }

    static PueDay Day(int back, double pue, double? outdoor) => new(
        Today.AddDays(-back),
        new(
            new Ratio(pue), PueCategory.Category1, default, default, new Energy((long)(pue * 1_000_000)), new Energy(1_000_000), new Ratio(1), new Ratio(0),
            EvidenceGrade.Compliance, 1),
        outdoor);
}
