using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Kpis;

public sealed class PueFigureTests
{
    const MeterRole Utility = MeterRole.UtilityEntrance;

    [Fact]
    [Trait("Vector", "K01")]
    public void Is_facility_energy_over_it_energy()
    {
        var period = PeriodOf.Rows((Utility, [13_000_000]), (MeterRole.UpsOutput, [10_000_000]));

        var figure = PueFigure.Of(period, PueCategory.Category1, revision: 1)!;

        Assert.Equal(1.3, figure.Value!.Value.Value, 12);
        Assert.Equal((period.From, period.To, 1), (figure.From, figure.To, figure.Revision));
        Assert.Equal((13_000_000_000, 10_000_000_000), (figure.FacilityEnergy.WattHours, figure.ItEnergy.WattHours));
    }

    [Fact]
    [Trait("Vector", "K02")]
    public void Differs_by_category()
    {
        var period = PeriodOf.Rows(
            (Utility, [13_000_000]), (MeterRole.UpsOutput, [10_200_000]), (MeterRole.PduOutput, [10_000_000]),
            (MeterRole.ItInput, [9_800_000]));

        Assert.Equal(1.274510, Pue(period, PueCategory.Category1)!.Value, 6);
        Assert.Equal(1.300000, Pue(period, PueCategory.Category2)!.Value, 6);
        Assert.Equal(1.326531, Pue(period, PueCategory.Category3)!.Value, 6);
        Assert.Equal([PueCategory.Category1, PueCategory.Category2, PueCategory.Category3], period.Categories);
    }

    [Fact]
    [Trait("Vector", "K03")]
    public void Of_a_longer_period_is_the_ratio_of_sums()
    {
        var period = PeriodOf.Rows((Utility, [1_200_000, 750_000]), (MeterRole.UpsOutput, [1_000_000, 500_000]));

        Assert.Equal(1.300000, Pue(period, PueCategory.Category1)!.Value, 6);
    }

    [Fact]
    [Trait("Vector", "K05")]
    public void Counts_fuels_by_their_energy()
    {
        var fuels = EnergyCarrier.NaturalGas.EnergyOf(30_000) + EnergyCarrier.Diesel.EnergyOf(20_000);
        var period = PeriodOf.Rows(fuels, (Utility, [12_500_000]), (MeterRole.UpsOutput, [10_000_000]));

        var figure = PueFigure.Of(period, PueCategory.Category1, 1)!;

        Assert.Equal(13_013_000_000, figure.FacilityEnergy.WattHours);
        Assert.Equal(1.301300, figure.Value!.Value.Value, 6);
    }

    [Fact]
    [Trait("Vector", "K25")]
    public void Of_several_facilities_is_the_ratio_of_their_sums()
    {
        var first = PueFigure.Of(PeriodOf.Rows((Utility, [6_000_000]), (MeterRole.UpsOutput, [5_000_000])), PueCategory.Category1, 0)!;
        var second = PueFigure.Of(PeriodOf.Rows((Utility, [1_500_000]), (MeterRole.UpsOutput, [1_000_000])), PueCategory.Category1, 0)!;

        Assert.Equal(1.250000, PueFigure.Sum([first, second])!.Value!.Value.Value, 6);
    }

    [Fact]
    [Trait("Vector", "M11")]
    public void Uses_only_intervals_in_which_both_sides_are_known()
    {
        var period = PeriodOf.Rows((Utility, [130, 135, 125]), (MeterRole.UpsOutput, [100, null, 100]));

        var figure = PueFigure.Of(period, PueCategory.Category1, 0)!;

        Assert.Equal(1.275000, figure.Value!.Value.Value, 6);
        Assert.Equal(2.0 / 3, figure.Completeness.Value, 12);
        Assert.Equal(EvidenceGrade.Insufficient, figure.Grade);
        Assert.Equal(390_000, period.Entering!.Value.Filled.WattHours);
    }

    [Fact]
    public void Adds_generators_and_renewables_to_what_enters()
    {
        var period = PeriodOf.Rows(
            (Utility, [100]), (MeterRole.Generator, [20]), (MeterRole.Renewable, [10]), (MeterRole.UpsOutput, [100]));

        Assert.Equal(1.3, Pue(period, PueCategory.Category1)!.Value, 12);
    }

    [Fact]
    public void Leaves_out_an_interval_in_which_one_of_the_entering_roles_is_missing()
    {
        var period = PeriodOf.Rows(
            (Utility, [100, 100]), (MeterRole.Generator, [20, null]), (MeterRole.UpsOutput, [100, 100]));

        Assert.Equal(1.2, Pue(period, PueCategory.Category1)!.Value, 12);
        Assert.Equal(0.5, period.Entering!.Value.Completeness.Value);
    }

    [Fact]
    public void Is_no_figure_for_a_category_that_nobody_declared()
    {
        var period = PeriodOf.Rows((Utility, [130]), (MeterRole.UpsOutput, [100]));

        Assert.Null(PueFigure.Of(period, PueCategory.Category2, 0));
        Assert.Equal(PueCategory.Category1, period.FirstCategory);
    }

    [Fact]
    public void Has_no_value_without_it_energy()
    {
        var period = PeriodOf.Rows((Utility, [130]), (MeterRole.UpsOutput, [0]));

        Assert.Null(PueFigure.Of(period, PueCategory.Category1, 0)!.Value);
    }

    [Fact]
    [Trait("Vector", "M15")]
    public void Is_insufficient_below_ninety_percent_of_the_intervals()
    {
        Assert.Equal(94.79, Figure(known: 91).Completeness.Percent, 2);
        Assert.Equal(EvidenceGrade.Indicative, Figure(known: 91).Grade);
        Assert.Equal(89.58, Figure(known: 86).Completeness.Percent, 2);
        Assert.Equal(EvidenceGrade.Insufficient, Figure(known: 86).Grade);

        static PueFigure Figure(int known) => PueFigure.Of(
            FacilityPeriod.Of(
                Enumerable.Range(0, known).SelectMany(index => new[]
                {
                    PeriodOf.Row(MeterRole.UtilityEntrance, index, 130), PeriodOf.Row(MeterRole.UpsOutput, index, 100),
                }),
                PeriodOf.From, PeriodOf.From.AddDays(1), [Utility, MeterRole.UpsOutput]),
            PueCategory.Category1, 0)!;
    }

    [Fact]
    [Trait("Vector", "M23")]
    public void Is_reportable_and_not_more_when_over_one_percent_is_estimated()
    {
        var rows = new[] { PeriodOf.Row(Utility, 0, 1_000_000, estimated: 12_000), PeriodOf.Row(MeterRole.UpsOutput, 0, 800_000) };
        var period = FacilityPeriod.Of(rows, PeriodOf.From, PeriodOf.From.AddMinutes(15), []);

        var figure = PueFigure.Of(period, PueCategory.Category1, 1)!;

        Assert.Equal(1.2, figure.EstimatedShare.Percent, 12);
        Assert.Equal(EvidenceGrade.Reportable, figure.Grade);
    }

    [Theory]
    [InlineData(0.99, 0.01, EvidenceGrade.Compliance)]
    [InlineData(0.9899, 0.01, EvidenceGrade.Reportable)]
    [InlineData(0.99, 0.0101, EvidenceGrade.Reportable)]
    [InlineData(0.95, 0.05, EvidenceGrade.Reportable)]
    [InlineData(0.99, 0.0501, EvidenceGrade.Indicative)]
    [InlineData(0.90, 0.5, EvidenceGrade.Indicative)]
    [InlineData(0.8999, 0, EvidenceGrade.Insufficient)]
    public void Is_graded_by_completeness_and_estimated_share(double completeness, double estimated, EvidenceGrade grade)
    {
        Assert.Equal(grade, EvidenceGrades.Of(new Ratio(completeness), new Ratio(estimated)));
    }

    [Fact]
    public void Falls_by_one_grade_when_filling_the_gaps_gives_another_figure()
    {
        Assert.Equal(EvidenceGrade.Reportable, EvidenceGrades.Checked(EvidenceGrade.Compliance, new Ratio(1.30), new Ratio(1.33)));
        Assert.Equal(EvidenceGrade.Compliance, EvidenceGrades.Checked(EvidenceGrade.Compliance, new Ratio(1.30), new Ratio(1.3199)));
        Assert.Equal(EvidenceGrade.Insufficient, EvidenceGrades.Checked(EvidenceGrade.Insufficient, new Ratio(1.3), new Ratio(2)));
    }

    static double? Pue(FacilityPeriod period, PueCategory category) => PueFigure.Of(period, category, 0)!.Value?.Value;
}
