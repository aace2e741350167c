using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Ledger;

public sealed class PueAccuracyTests
{
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 10, 5));
    static readonly Ratio HalfPercent = new(0.005);

    // 1,300 over 1,000 and 280 over 200, every meter of class 0.5:
    // u_DC = 0.005 √(1300² + 280²) / 1580, u_IT = 0.005 √(1000² + 200²) / 1200, u = √(u_DC² + u_IT²) = 0.59804 %; 1.316667 ± 0.015748.
    [Fact]
    public void Meters_of_two_sites_add_up_in_squares_on_each_side_of_the_ratio()
    {
        var accuracy = PueAccuracy.Of([Site("NJ-01", 1_300, 1_000), Site("NJ-02", 280, 200)], PueCategory.Category1)!.Value;

        Assert.Equal(0.015748, accuracy.HalfWidth!.Value, 6);
        Assert.Equal((1580.0 / 1200, 1580.0 / 1200), (accuracy.Low!.Value, accuracy.High!.Value));
    }

    [Fact]
    public void One_site_alone_is_as_uncertain_as_its_own_figure()
    {
        var site = Site("NJ-01", 1_300, 1_000);

        Assert.Equal(
            site.UncertaintyOf(PueCategory.Category1)!.Value.HalfWidth(new Ratio(1.3)),
            PueAccuracy.Of([site], PueCategory.Category1)!.Value.HalfWidth!.Value, 12);
    }

    [Fact]
    public void What_is_missing_at_one_site_opens_the_interval_of_all()
    {
        var gap = new EnergyBounds(new(1_300), new(1_400));
        var accuracy = PueAccuracy.Of([Site("NJ-01", 1_300, 1_000, gap), Site("NJ-02", 280, 200)], PueCategory.Category1)!.Value;

        Assert.Equal((1580.0 / 1200, 1680.0 / 1200), (accuracy.Low!.Value, accuracy.High!.Value));
    }

    [Fact]
    public void A_meter_without_a_class_leaves_the_uncertainty_of_all_unknown_and_the_interval_known()
    {
        var unknown = Site("NJ-02", 280, 200) with { Shares = [new("utility-1", MeterRole.UtilityEntrance, null, new(280)), new("ups-1", MeterRole.UpsOutput, HalfPercent, new(200))] };
        var accuracy = PueAccuracy.Of([Site("NJ-01", 1_300, 1_000), unknown], PueCategory.Category1)!.Value;

        Assert.Null(accuracy.HalfWidth);
        Assert.NotNull(accuracy.High);
    }

    [Fact]
    public void A_site_without_the_category_is_in_neither_and_none_at_all_gives_nothing()
    {
        Assert.Equal(
            PueAccuracy.Of([Site("NJ-01", 1_300, 1_000)], PueCategory.Category1),
            PueAccuracy.Of([Site("NJ-01", 1_300, 1_000), Site("NJ-02", 280, 0)], PueCategory.Category1));
        Assert.Null(PueAccuracy.Of([Site("NJ-01", 1_300, 1_000)], PueCategory.Category2));
    }

    [Fact]
    public void Dcie_has_the_ends_of_the_pue_turned_round_and_the_same_relative_uncertainty()
    {
        var dcie = PueAccuracy.Inverse(new(1.25, 1.6, 0.02), 0.75);

        Assert.Equal((0.625, 0.8, 0.02 * 0.5625), (dcie.Low!.Value, dcie.High!.Value, dcie.HalfWidth!.Value));
    }

    static PeriodMeasure Site(string id, int facility, int it, EnergyBounds? entering = null)
    {
        var site = FacilityId.Parse(id);
        FacilityInterval[] rows =
        [
            new(site, MeterRole.UtilityEntrance, Day.From, new(facility), Energy.Zero, IntervalQuality.Measured, 1, 1),
            new(site, MeterRole.UpsOutput, Day.From, new(it), Energy.Zero, IntervalQuality.Measured, 1, 1),
        ];
        var bounds = new CategoryBounds(entering ?? new(new(facility), new(facility)), new(new(it), new(it)), CategoryBounds.None.Gaps);
        return new(
            site, Day, Day.Length, "test", FacilityPeriod.Of(rows, Day.From, Day.From + FacilityInterval.Length, [MeterRole.UtilityEntrance, MeterRole.UpsOutput]),
            [new(PueCategory.Category1, bounds, bounds)],
            [new("utility-1", MeterRole.UtilityEntrance, HalfPercent, new(facility)), new("ups-1", MeterRole.UpsOutput, HalfPercent, new(it))], []);
    }
}
