using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Tests.Physics;

public sealed class ConservationTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);

    public static TheoryData<SiteKind> Kinds => [.. Enum.GetValues<SiteKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_grid_delivers_is_what_the_site_uses_to_the_last_millijoule(SiteKind kind)
    {
        var site = Run(kind, seconds: 4_000);

        var energy = site.Energy;

        Assert.Equal(
            energy.UpsInput + energy.Cooling + energy.House + energy.TransformerLoss,
            energy.Utility);
        Assert.Equal(energy.UpsOutput + energy.UpsLoss, energy.UpsInput);
        Assert.Equal(energy.ItInput + energy.DistributionLoss, energy.UpsOutput);
        Assert.Equal(energy.Chillers + energy.Fans + energy.Pumps + energy.Towers + energy.CoolantPumps, energy.Cooling);
        Assert.Equal(kind == SiteKind.AiTraining, energy.CoolantPumps > 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_feeds_of_all_racks_add_up_to_the_it_energy_to_the_last_millijoule(SiteKind kind)
    {
        var site = Run(kind, seconds: 4_000);

        var feeds = site.Feeds.Copy().Sum();

        Assert.Equal(site.Energy.ItInput, feeds);
        Assert.True(feeds > 0);
    }

    [Fact]
    public void Every_loss_is_above_zero_in_every_hour_of_a_year()
    {
        var site = new FacilityModel(SiteYear.Plan(SiteKind.Government, ageYears: 9), seed: 3);

        for (var hour = 0; hour < 8_760; hour += 5)
        {
            site.Step(SiteYear.Start.AddHours(hour), 3_600);

            var power = site.Power;
            Assert.True(power is { DistributionLoss: > 0, UpsLoss: > 0, Fans: > 0, Pumps: > 0, Towers: > 0, House: > 0, TransformerLoss: > 0 });
            Assert.True(power.Chillers >= 0);
        }
    }

    [Fact]
    public void Energy_is_power_times_time_however_the_time_is_cut()
    {
        var whole = SiteYear.Plan(SiteKind.Cloud, ageYears: 3);
        var once = new FacilityModel(whole, seed: 7);
        var twice = new FacilityModel(whole, seed: 7);

        once.Step(Start, 10);
        twice.Step(Start, 10);
        twice.Step(Start.AddSeconds(10), 20);

        Assert.Equal(once.Power * 10, once.Energy);
        Assert.Equal(once.Energy + (twice.Power * 20), twice.Energy);
    }

    static FacilityModel Run(SiteKind kind, int seconds)
    {
        var site = new FacilityModel(SiteYear.Plan(kind, ageYears: 6), seed: 11);
        for (var second = 0; second < seconds; second++)
            site.Step(Start.AddSeconds(second), 1);
        return site;
    }
}
