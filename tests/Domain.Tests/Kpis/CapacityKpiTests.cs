using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Kpis;

public sealed class CapacityKpiTests
{
    [Fact]
    [Trait("Vector", "K08")]
    public void Server_effectiveness_is_a_ratio_of_sums()
    {
        var period = Empty().With(new()
        {
            ServerKinds = [new(1_200, Power.FromKilowatts(0.5)), new(800, Power.FromKilowatts(0.4))],
        });

        Assert.Equal(2_222.222222, new ServerEnergyEffectiveness().Compute(period)!.Value, 6);
    }

    [Fact]
    [Trait("Vector", "K09")]
    public void Server_utilization_is_the_mean_over_all_servers()
    {
        var period = Empty().With(new() { Servers = new(0.10 + 0.20 + 0.45, 3) });

        Assert.Equal(25.0, new ServerUtilization().Compute(period)!.Value * 100, 9);
    }

    [Theory]
    [Trait("Vector", "K18")]
    [InlineData(800, 8, 2_560, FacilityScale.SmallOrMedium)]
    [InlineData(800, 10, 3_200, FacilityScale.Large)]
    [InlineData(2_500, 10, 10_000, FacilityScale.SuperLarge)]
    public void Standard_racks_count_nameplate_power(int racks, double kilowatts, double expected, FacilityScale scale)
    {
        var period = Empty().With(new() { Racks = Counts(racks, racks, racks, kilowatts) });

        var standard = new StandardRacks().Compute(period)!.Value;

        Assert.Equal(expected, standard, 9);
        Assert.Equal(scale, StandardRacks.ScaleOf(standard));
    }

    [Fact]
    [Trait("Vector", "K19")]
    public void Occupancy_counts_racks_in_service_over_installed_ones()
    {
        var period = Empty().With(new() { Racks = Counts(design: 3_000, installed: 2_000, inService: 1_300, kilowatts: 5) });

        Assert.Equal(65.00, new RackOccupancy().Compute(period)!.Value * 100, 2);
        Assert.Equal(66.67, new RackBuildOut().Compute(period)!.Value * 100, 2);
        Assert.NotEmpty(period.Facts.Racks!.InServiceMeans);
    }

    [Fact]
    [Trait("Vector", "K20")]
    public void It_load_rate_is_energy_over_nameplate_for_the_real_hours()
    {
        var year = BusinessCalendar.Shanghai.Year(2026);
        var rows = new[] { PeriodOf.Row(MeterRole.UtilityEntrance, 0, 50_000_000), PeriodOf.Row(MeterRole.UpsOutput, 0, 40_000_000) };
        var period = FacilityPeriod.Of(rows.Select(row => row with { From = year.From }), year.From, year.To, [])
            .With(new() { Racks = Counts(2_000, 2_000, 2_000, 5) });

        Assert.Equal(45.6621, new ItLoadRate().Compute(period)!.Value * 100, 4);
    }

    [Fact]
    [Trait("Vector", "K16")]
    public void The_characteristic_ratio_weighs_five_points_over_8760_hours()
    {
        var ratio = CharacteristicRatio.Of(Points(0.15m));

        Assert.Equal((10_993_800_000, 8_760_000_000), (ratio.Facility.WattHours, ratio.It.WattHours));
        Assert.Equal(1.255000, ratio.Value.Value, 6);
    }

    [Fact]
    public void The_characteristic_ratio_refuses_shares_that_are_not_a_year()
    {
        Assert.Contains("add up to 1", Assert.Throws<ArgumentException>(() => CharacteristicRatio.Of(Points(0.14m))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CharacteristicRatio.Of(Points(0.15m)[..4]));
    }

    [Fact]
    [Trait("Vector", "K23")]
    public void Two_chains_of_half_a_percent_leave_a_pue_uncertain()
    {
        var chain = new MeteringChain(0.5).Uncertainty;

        var uncertainty = PueUncertainty.Of(chain, chain);

        Assert.Equal(0.7071, uncertainty.Relative.Percent, 4);
        Assert.Equal(0.0092, uncertainty.HalfWidth(new(1.30), k: 1), 4);
        Assert.Equal(0.0184, uncertainty.HalfWidth(new(1.30)), 4);
    }

    [Fact]
    public void Independent_meters_make_their_sum_less_uncertain_than_each()
    {
        var half = new MeteringChain(0.5).Uncertainty;

        var sum = MeteringChain.OfSum([(new(1_000), half), (new(1_000), half)]);

        Assert.Equal(0.5 / Math.Sqrt(2), sum.Percent, 9);
        Assert.Equal(Math.Sqrt(0.75), new MeteringChain(0.5, 0.5, 0.5).Uncertainty.Percent, 9);
    }

    static CharacteristicPoint[] Points(decimal last) =>
    [
        new(0.05m, Power.FromKilowatts(1_400), Power.FromKilowatts(1_000)),
        new(0.25m, Power.FromKilowatts(1_320), Power.FromKilowatts(1_000)),
        new(0.30m, Power.FromKilowatts(1_260), Power.FromKilowatts(1_000)),
        new(0.25m, Power.FromKilowatts(1_200), Power.FromKilowatts(1_000)),
        new(last, Power.FromKilowatts(1_180), Power.FromKilowatts(1_000)),
    ];

    static RackCounts Counts(int design, int installed, int inService, double kilowatts) =>
        new(design, installed, inService, Power.FromKilowatts(installed * kilowatts), RackCounts.DefaultMeaning);

    static FacilityPeriod Empty() => PeriodOf.Rows((MeterRole.UtilityEntrance, [null]));
}
