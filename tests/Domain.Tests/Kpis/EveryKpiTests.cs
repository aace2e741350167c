using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Kpis;

public sealed class EveryKpiTests
{
    [Fact]
    public void Is_found_by_its_type()
    {
        Assert.Equal(
            [
                "cer_ratio", "coolant_ppue_ratio", "cooling_ppue_ratio", "cue_location_kilograms_per_kilowatt_hour",
                "cue_market_kilograms_per_kilowatt_hour", "dcie_ratio", "design_pue_ratio", "erf_ratio", "interim_pue_ratio",
                "it_load_ratio", "pue_category1_ratio", "pue_category2_ratio", "pue_category3_ratio", "rack_build_out_ratio",
                "rack_occupancy_ratio", "ref_ratio", "server_performance_per_kilowatt", "server_utilization_ratio",
                "standard_coal_tonnes", "standard_racks", "ups_efficiency_ratio", "wue_liters_per_kilowatt_hour",
                "wue_source_liters_per_kilowatt_hour",
            ],
            FacilityKpi.All.Select(kpi => kpi.Name));
    }

    [Fact]
    public void Has_a_source_and_a_name_that_ends_in_its_unit()
    {
        Assert.All(FacilityKpi.All, kpi =>
        {
            Assert.NotEmpty(kpi.Source);
            Assert.Equal(kpi.Unit == "1", kpi.Name.EndsWith("_ratio", StringComparison.Ordinal));
            Assert.Matches("^[a-z][a-z0-9_]*_(ratio|kilowatt_hour|kilowatt|racks|tonnes)$", kpi.Name);
        });
    }

    [Fact]
    public void Is_unknown_for_a_period_of_which_nothing_is_known()
    {
        var period = PeriodOf.Rows((MeterRole.UtilityEntrance, [null]), (MeterRole.UpsOutput, [null]));

        Assert.All(FacilityKpi.All, kpi => Assert.Null(kpi.Compute(period)));
    }

    [Fact]
    [Trait("Vector", "K04")]
    public void Partial_pue_counts_one_subsystem()
    {
        var period = PeriodOf.Rows(
            (MeterRole.UtilityEntrance, [13_000_000]), (MeterRole.UpsOutput, [10_000_000]), (MeterRole.Cooling, [2_000_000]));

        Assert.Equal(1.200000, new PartialPue().Compute(period)!.Value, 6);
    }

    [Fact]
    public void Partial_pue_of_the_coolant_loops_counts_their_pumps_where_both_sides_are_known()
    {
        var period = PeriodOf.Rows(
            (MeterRole.UtilityEntrance, [6_500_000, 6_500_000]), (MeterRole.UpsOutput, [5_000_000, 5_000_000]),
            (MeterRole.CoolantPumps, [37_500, null]));

        Assert.Equal(1.007500, new CoolantPartialPue().Compute(period)!.Value, 6);
        Assert.Null(new CoolantPartialPue().Compute(PeriodOf.Rows((MeterRole.UtilityEntrance, [6_500_000]), (MeterRole.UpsOutput, [5_000_000]))));
    }

    [Fact]
    [Trait("Vector", "K24")]
    public void Dcie_is_the_inverse_of_the_pue()
    {
        var period = PeriodOf.Rows((MeterRole.UtilityEntrance, [13_000_000]), (MeterRole.UpsOutput, [10_000_000]));

        Assert.Equal(76.9231, new Dcie().Compute(period)!.Value * 100, 4);
    }

    [Fact]
    public void Pue_of_each_category_is_the_figure_without_its_evidence()
    {
        var period = PeriodOf.Rows(
            (MeterRole.UtilityEntrance, [13_000_000]), (MeterRole.UpsOutput, [10_200_000]), (MeterRole.PduOutput, [10_000_000]),
            (MeterRole.ItInput, [9_800_000]));

        Assert.Equal(1.274510, new BasicPue().Compute(period)!.Value, 6);
        Assert.Equal(1.300000, new IntermediatePue().Compute(period)!.Value, 6);
        Assert.Equal(1.326531, new AdvancedPue().Compute(period)!.Value, 6);
    }
}
