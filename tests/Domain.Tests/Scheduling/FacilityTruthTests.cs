using DcOps.Domain.Scheduling.Forecasts;
using DcOps.Domain.Scheduling.Headroom;
using DcOps.Domain.Scheduling.MarginalPue;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Tests.Scheduling;

public sealed class FacilityTruthTests
{
    static readonly PowerCurve Default = new(100, 1.3, 0);

    /// <summary>10 MW hall, 0.5 MW fixed, slope 1.10, curvature 0.06 at full load: 1.362 / 1.124 at 20 %, 1.210 / 1.208 at 90 %.</summary>
    [Fact]
    public void An_empty_hall_has_the_worse_average_and_the_better_marginal_pue()
    {
        var curve = new PowerCurve(500, 1.10, 0.06 / 10_000);

        Assert.Equal(1.362, curve.AveragePue(2000)!.Value, precision: 3);
        Assert.Equal(1.124, curve.MarginalPue(2000), precision: 3);
        Assert.Equal(1.210, curve.AveragePue(9000)!.Value, precision: 3);
        Assert.Equal(1.208, curve.MarginalPue(9000), precision: 3);
        Assert.Null(curve.AveragePue(0));
    }

    [Fact]
    public void The_fit_finds_the_curve_behind_the_meters_in_each_bin_despite_spikes()
    {
        var random = new Random(4);
        PowerPoint Point(int index, PowerCurve curve, double wetBulb)
        {
            var load = 2000 + (6000 * random.NextDouble());
            return new(load, curve.FacilityKw(load) + (10 * (random.NextDouble() - 0.5)) + (index % 40 == 0 ? 3000 : 0), wetBulb);
        }

        var (cool, warm) = (new PowerCurve(500, 1.10, 6e-6), new PowerCurve(500, 1.22, 6e-6));
        var bins = CurveFit.Fit(
            [.. Enumerable.Range(0, 500).Select(index => Point(index, cool, 7)), .. Enumerable.Range(0, 500).Select(index => Point(index, warm, 22))], 5, Default);

        Assert.Equal([5.0, 20.0], bins.Select(bin => bin.FromCelsius));
        Assert.All(bins, bin => Assert.False(bin.IsFallBack));
        Assert.All(bins, bin => Assert.InRange(bin.RSquared!.Value, 0.99, 1));
        Assert.Equal(cool.MarginalPue(5000), bins[0].Curve.MarginalPue(5000), tolerance: 0.01);
        Assert.Equal(warm.MarginalPue(5000), bins[1].Curve.MarginalPue(5000), tolerance: 0.01);
    }

    [Fact]
    public void Too_few_points_or_a_constant_load_fall_back_to_the_class()
    {
        var few = Enumerable.Range(0, 20).Select(index => new PowerPoint(1000 + (100 * index), 2000 + (120 * index), 7));
        var constant = Enumerable.Range(0, 200).Select(_ => new PowerPoint(1000, 1400, 7));

        Assert.All(CurveFit.Fit([.. few], 5, Default), bin => Assert.True(bin is { IsFallBack: true, RSquared: null } && bin.Curve == Default));
        Assert.All(CurveFit.Fit([.. constant], 5, Default), bin => Assert.True(bin.IsFallBack));
    }

    [Fact]
    public void Headroom_is_what_remains_when_the_largest_unit_of_the_tightest_stage_is_lost()
    {
        var headroom = FacilityHeadroom.Of(
            measuredPeakKw: 820,
            [
                new(LimitKind.Transformer, [new("T1", 1600), new("T2", 1600)], 1, 0.9),
                new(LimitKind.Ups, [new("UPS-A", 500), new("UPS-B1", 600), new("UPS-B2", 700)], 1, 0.9),
                new(LimitKind.Cooling, [new("CH-01", 800), new("CH-02", 800)], 1, 1.3),
            ],
            contractKw: 2000)!;

        Assert.Equal((LimitKind.Ups, 990.0, 170.0), (headroom.Binding, headroom.LimitKw, headroom.FreeKw));
        Assert.Equal(["UPS-B2"], headroom.LostUnits);
    }

    [Fact]
    public void Headroom_is_unknown_without_a_measured_peak_and_negative_when_redundancy_is_gone()
    {
        ImmutableArray<ChainStage> stages = [new(LimitKind.Ups, [new("A", 500), new("B", 500)], 1, 1)];

        Assert.Null(FacilityHeadroom.Of(null, stages, null));
        Assert.Null(FacilityHeadroom.Of(100, [], null));
        Assert.Equal(-50, FacilityHeadroom.Of(550, stages, null)!.FreeKw);
    }

    [Fact]
    public void A_forecast_follows_the_day_its_kind_and_its_own_errors()
    {
        var random = new Random(5);
        bool IsWorkday(int day) => day % 7 is not (5 or 6);
        double?[] history = [.. Enumerable.Range(0, 28 * 24).Select(hour =>
            (double?)((IsWorkday(hour / 24) ? 100 : 60) + (20 * Math.Sin(hour % 24 * Math.PI / 12)) + (8 * (random.NextDouble() - 0.5))))];
        var forecast = new SeasonalForecast(24, IsWorkday);

        var points = forecast.Forecast(history, 48)!.Value;
        var errors = forecast.Errors(history, 48);

        Assert.InRange(points[6].P50, 114, 126);
        Assert.All(points, point => Assert.True(point.P10 < point.P50 && point.P50 < point.P90));
        Assert.Equal(48, errors.Length);

        // Noise is some 2 %; the rest is the first weekend of all, which nothing before it announces.
        Assert.All(errors, error => Assert.InRange(error.MeanAbsoluteShare!.Value, 0, 0.12));
        Assert.InRange(errors.Average(error => error.MeanAbsoluteShare!.Value), 0, 0.06);
        Assert.InRange(errors.Average(error => error.Coverage), 0.65, 0.95);
    }

    [Fact]
    public void A_forecast_without_three_days_of_history_does_not_come() =>
        Assert.Null(new SeasonalForecast(24, _ => true).Forecast([.. Enumerable.Repeat<double?>(1, 71)], 24));
}
