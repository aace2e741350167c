using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Kpis;

public sealed class EnergyKpiTests
{
    const MeterRole Utility = MeterRole.UtilityEntrance;
    const MeterRole Ups = MeterRole.UpsOutput;

    [Fact]
    [Trait("Vector", "K06")]
    public void Pue_counts_bought_cooling_by_the_suppliers_electricity()
    {
        var cooling = EnergyCarrier.BoughtCooling(supplierCop: 5).EnergyOf(3_500_000);
        var period = PeriodOf.Rows(cooling, (Utility, [11_800_000]), (Ups, [10_000_000]));

        Assert.Equal(1.250000, new BasicPue().Compute(period)!.Value, 6);
    }

    [Theory]
    [Trait("Vector", "K07")]
    [InlineData(4_550_000, 0.350000)]
    [InlineData(14_000_000, 1.0)]
    public void Ref_is_owned_renewable_energy_over_facility_energy_and_at_most_one(int renewable, double expected)
    {
        var period = Year().With(new() { ContractedRenewable = KilowattHours(renewable) });

        Assert.Equal(expected, new RenewableEnergyFactor().Compute(period)!.Value, 6);
    }

    [Fact]
    [Trait("Vector", "K10")]
    public void Erf_is_energy_used_outside_over_facility_energy()
    {
        var period = PeriodOf.Rows((Utility, [13_000_000]), (Ups, [10_000_000]), (MeterRole.Reuse, [1_950_000]));

        Assert.Equal(0.150000, new EnergyReuseFactor().Compute(period)!.Value, 6);
    }

    [Fact]
    [Trait("Vector", "K11")]
    public void Cer_is_heat_removed_over_electricity_of_the_cooling()
    {
        var period = PeriodOf.Rows((MeterRole.HeatRemoved, [11_500_000]), (MeterRole.Cooling, [2_300_000]));

        Assert.Equal(5.000000, new CoolingEfficiencyRatio().Compute(period)!.Value, 6);
    }

    [Fact]
    [Trait("Vector", "K14")]
    public void Wue_is_site_water_over_it_energy()
    {
        var period = Year().With(new() { Water = WaterVolume.FromCubicMetres(18_000) });

        Assert.Equal(1.800000, new WaterUsageEffectiveness().Compute(period)!.Value, 6);
    }

    [Fact]
    [Trait("Vector", "K15")]
    public void Source_wue_adds_the_water_of_the_power_stations()
    {
        var period = Year().With(new() { Water = new(18_000_000), GridWaterLitresPerKilowattHour = 1.5 });

        Assert.Equal(3.750000, new SourceWaterUsageEffectiveness().Compute(period)!.Value, 6);
    }

    [Fact]
    [Trait("Vector", "K28")]
    public void Interim_pue_keeps_its_dates_and_is_not_scaled_to_a_year()
    {
        var from = new DateTimeOffset(2025, 12, 31, 16, 0, 0, TimeSpan.Zero);
        var rows = new[]
        {
            PeriodOf.Row(Utility, 0, 3_300_000) with { From = from },
            PeriodOf.Row(Ups, 0, 2_500_000) with { From = from },
        };
        var period = FacilityPeriod.Of(rows, from, from.AddDays(91), []);

        Assert.Equal(1.320000, new InterimPue().Compute(period)!.Value, 6);
        Assert.Equal((from, from.AddDays(91)), (period.From, period.To));
        Assert.Null(new InterimPue().Compute(FacilityPeriod.Of(rows, from, from.AddDays(365), [])));
    }

    [Fact]
    [Trait("Vector", "K29")]
    public void Ups_efficiency_is_output_over_input()
    {
        var period = PeriodOf.Rows((MeterRole.UpsInput, [10_400_000]), (Ups, [9_980_000]));

        Assert.Equal(95.961538, new UpsEfficiency().Compute(period)!.Value * 100, 6);
    }

    [Fact]
    public void Ups_efficiency_uses_only_intervals_with_both_sides()
    {
        var period = PeriodOf.Rows((MeterRole.UpsInput, [100, 100]), (Ups, [96, null]));

        Assert.Equal(0.96, new UpsEfficiency().Compute(period)!.Value, 12);
    }

    [Fact]
    public void Export_is_taken_off_what_entered()
    {
        var period = PeriodOf.Rows((Utility, [140]), (MeterRole.Export, [10]), (Ups, [100]));

        Assert.Equal(1.3, new BasicPue().Compute(period)!.Value, 12);
    }

    [Fact]
    public void Design_pue_is_the_designs_own_and_needs_no_measurement()
    {
        var period = Year().With(new() { Design = new("75 % of the racks", new(2024, 5, 1), KilowattHours(1_220), KilowattHours(1_000)) });

        Assert.Equal(1.22, new DesignPue().Compute(period)!.Value, 12);
    }

    [Fact]
    public void Power_ratio_is_for_an_instant_and_unknown_without_load()
    {
        Assert.Equal(1.3, PowerRatio.Of(Power.FromKilowatts(130), Power.FromKilowatts(100))!.Value.Value, 12);
        Assert.Null(PowerRatio.Of(Power.FromKilowatts(130), Power.Zero));
        Assert.Null(PowerRatio.Of(null, Power.FromKilowatts(100)));
    }

    [Fact]
    [Trait("Vector", "K26")]
    public void Racks_share_the_rooms_overhead_by_their_it_energy()
    {
        Assert.Equal(52_000, RackShare.Allocated(KilowattHours(40), KilowattHours(1_300), KilowattHours(1_000))!.Value.WattHours);
        Assert.Null(RackShare.Allocated(KilowattHours(40), KilowattHours(1_300), Energy.Zero));
    }

    [Fact]
    [Trait("Vector", "K25")]
    public void Rolls_up_as_the_ratio_of_sums_and_says_what_it_covers()
    {
        var first = PeriodOf.Rows((Utility, [6_000_000]), (Ups, [5_000_000]));
        var second = PeriodOf.Rows((Utility, [1_500_000]), (Ups, [1_000_000]));
        var silent = PeriodOf.Rows((Utility, [null]), (Ups, [2_000_000]));

        var province = KpiRollup.Of(new BasicPue(), [first, second, silent]);

        Assert.Equal(1.250000, province.Value!.Value, 6);
        Assert.Equal((3, 2, 0.75), (province.Coverage.Facilities, province.Coverage.Known, province.Coverage.ItEnergyShare!.Value.Value));
    }

    [Fact]
    public void Rolls_up_by_any_key()
    {
        var one = PeriodOf.Rows((Utility, [120]), (Ups, [100]));
        var two = PeriodOf.Rows((Utility, [150]), (Ups, [100]));

        var cities = KpiRollup.By(new BasicPue(), [("NJ", one), ("SZ", two), ("NJ", two)]);

        Assert.Equal([("NJ", 1.35), ("SZ", 1.5)], cities.Select(city => (city.Key, Math.Round(city.Rollup.Value!.Value, 9))));
    }

    [Fact]
    public void European_report_holds_the_regulations_indicators()
    {
        var period = PeriodOf.Rows((Utility, [13_000_000]), (Ups, [10_000_000]), (MeterRole.Reuse, [1_300_000]))
            .With(new() { Water = WaterVolume.FromCubicMetres(18_000), ContractedRenewable = KilowattHours(2_600_000) });

        var report = EuropeanReport.Of(period, Power.FromKilowatts(1_200));

        Assert.Equal((1.3, 1.8, 0.1, 0.2), (report.Pue, report.Wue, report.Erf, report.Ref));
        Assert.True(report.IsOwed);
        Assert.False(EuropeanReport.Of(period, Power.FromKilowatts(499)).IsOwed);
        Assert.Null(EuropeanReport.Of(period, null).IsOwed);
    }

    static FacilityPeriod Year() => PeriodOf.Rows((Utility, [13_000_000]), (Ups, [10_000_000]));

    static Energy KilowattHours(decimal value) => Energy.FromKilowattHours(value);
}
