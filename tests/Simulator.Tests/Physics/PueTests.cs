using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Tests.Physics;

public sealed class PueTests
{
    public static TheoryData<SiteKind> Kinds => [.. Enum.GetValues<SiteKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_higher_in_july_than_in_november_and_lowest_in_january(SiteKind kind)
    {
        var january = SiteYear.Pue(kind, ageYears: 5, fromDay: 5, days: 21);
        var july = SiteYear.Pue(kind, ageYears: 5, fromDay: 187, days: 21);
        var november = SiteYear.Pue(kind, ageYears: 5, fromDay: 308, days: 21);

        Assert.True(january < november && november < july, $"January {january}, November {november}, July {july}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Grows_with_the_age_of_the_site(SiteKind kind)
    {
        double[] byAge = [.. new[] { 0.0, 4, 8, 12, 15 }.Select(age => SiteYear.Pue(kind, age, fromDay: 120, days: 14))];

        Assert.Equal(byAge.Order(), byAge);
        Assert.Equal(byAge.Length, byAge.Distinct().Count());
    }

    [Fact]
    public void Grows_as_the_site_stands_emptier()
    {
        double[] byFill = [.. new[] { 1.0, 0.8, 0.6, 0.4 }.Select(fill => SiteYear.Pue(SiteKind.Cloud, 10, 120, 14, fill: fill))];

        Assert.Equal(byFill.Order(), byFill);
    }

    [Fact]
    public void Is_highest_at_edge_sites_which_have_no_towers_and_no_economiser()
    {
        var edge = SiteYear.Pue(SiteKind.Edge, ageYears: 4);
        var others = Enum.GetValues<SiteKind>().Except([SiteKind.Edge]).Select(kind => SiteYear.Pue(kind, ageYears: 4));

        Assert.All(others, other => Assert.True(other < edge, $"{other} is not below {edge}"));
    }

    [Fact]
    public void Is_lower_in_the_drier_north_than_in_the_humid_south()
    {
        var xuzhou = SiteYear.Pue(SiteKind.Cloud, ageYears: 4, city: "XZ");
        var suzhou = SiteYear.Pue(SiteKind.Cloud, ageYears: 4, city: "SZ");

        Assert.True(xuzhou < suzhou, $"Xuzhou {xuzhou}, Suzhou {suzhou}");
    }

    [Fact]
    public void Of_a_year_lies_between_1_15_and_1_75_at_every_kind_and_age()
    {
        var years =
            from kind in Enum.GetValues<SiteKind>()
            from age in new[] { 0.0, 15 }
            from fill in new[] { 1, 0.5 }
            select SiteYear.Pue(kind, age, fill: fill);

        Assert.All(years, pue => Assert.InRange(pue, 1.15, 1.75));
    }

    [Fact]
    public void Category_3_is_above_category_1_by_the_distribution_loss()
    {
        var energy = SiteYear.Energy(SiteKind.Finance, ageYears: 6, days: 7);

        var difference = ((double)energy.Utility / energy.ItInput) - ((double)energy.Utility / energy.UpsOutput);

        Assert.Equal((double)energy.Utility / energy.ItInput * energy.DistributionLoss / energy.UpsOutput, difference, tolerance: 1e-12);
        Assert.True(difference > 0.005);
    }

    [Fact]
    public void Runs_without_compressors_on_a_cold_night_and_with_them_on_a_summer_day()
    {
        var site = new FacilityModel(SiteYear.Plan(SiteKind.Cloud, ageYears: 2), seed: 7);

        site.Step(new(2026, 1, 18, 4, 0, 0, TimeSpan.FromHours(8)), 60);
        var night = site.Power;
        site.Step(new(2026, 7, 20, 15, 0, 0, TimeSpan.FromHours(8)), 60);
        var day = site.Power;

        Assert.Equal(0, night.Chillers);
        Assert.True(day.Chillers > day.ItInput / 20);
    }
}
