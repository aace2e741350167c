using DcOps.Simulator.Model;

namespace DcOps.Simulator.Tests.Model;

public sealed class ProvinceModelTests
{
    [Fact]
    public void Tells_the_same_story_for_the_same_seed_and_another_for_another()
    {
        var (first, second, other) = (new Played(), new Played(), new Played(seed: 8));

        foreach (var played in new[] { first, second, other })
            played.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(Energies(first), Energies(second));
        Assert.NotEqual(Energies(first), Energies(other));
    }

    [Fact]
    public void Comes_to_the_same_energies_however_often_it_is_asked_to_go_on()
    {
        var (once, often) = (new Played(), new Played());

        once.Pass(TimeSpan.FromSeconds(300));
        for (var piece = 0; piece < 100; piece++)
            often.Pass(TimeSpan.FromSeconds(3));

        Assert.Equal(Energies(once), Energies(often));
    }

    [Fact]
    public void Crosses_a_week_in_coarse_steps_to_nearly_the_same_energy()
    {
        var fine = new Played(facilities: 1, racks: 10);
        var coarse = new Played(facilities: 1, racks: 10);

        for (var hour = 0; hour < 24; hour++)
            fine.Pass(TimeSpan.FromHours(1));
        var plan = coarse.Province.Facilities[0];
        for (var step = 0; step < 24 * 4; step++)
            plan.Step(Played.Start.AddMinutes(15 * step), 900);

        var exact = (double)fine.Province.Facilities[0].Energy.Utility;
        Assert.Equal(exact, plan.Energy.Utility, tolerance: exact * 0.005);
    }

    [Theory]
    [InlineData(60, 600, 1)]
    [InlineData(30_000, 600, 1)]
    [InlineData(86_400, 600, 5)]
    [InlineData(604_800, 600, 30)]
    [InlineData(3_600, 100_000, 30)]
    [InlineData(31_536_000, 100_000, 3_600)]
    public void A_long_absence_is_cut_into_longer_steps(long seconds, int racks, long expected)
    {
        Assert.Equal(expected, StepPlan.LengthFor(seconds, racks));
    }

    [Fact]
    public void Energy_inside_a_step_lies_on_the_straight_line_of_its_power()
    {
        var played = new Played();
        played.Pass(TimeSpan.FromSeconds(60));
        var site = played.Province.Facilities[0];
        var end = played.Province.Now;

        var half = site.EnergyAt(end.AddMilliseconds(-500));
        var (milliwatts, atEnd) = site.FeedAt(3, Feed.A, end);
        var (_, quarterBefore) = site.FeedAt(3, Feed.A, end.AddMilliseconds(-250));

        Assert.Equal(site.Energy, site.EnergyAt(end));
        Assert.Equal(site.Energy.Utility - (site.Power.Utility / 2), half.Utility, tolerance: 10);
        Assert.Equal(milliwatts / 4, atEnd - quarterBefore);
        Assert.Equal(site.Energy, site.EnergyAt(end.AddHours(1)));
    }

    [Fact]
    public void Powers_are_known_before_the_first_step()
    {
        var site = new Played().Province.Facilities[0];

        Assert.True(site.Power.Utility > 0);
        Assert.Equal(default, site.Energy);
    }

    [Fact]
    public void An_instant_in_the_past_changes_nothing()
    {
        var played = new Played();
        played.Pass(TimeSpan.FromSeconds(10));
        var before = Energies(played);

        played.Province.Advance(Played.Start);

        Assert.Equal(before, Energies(played));
        Assert.Equal(Played.Start.AddSeconds(10), played.Province.Now);
    }

    [Fact]
    public void Every_rack_draws_from_both_feeds_nearly_alike()
    {
        var played = new Played();
        played.Pass(TimeSpan.FromMinutes(5));

        foreach (var site in played.Province.Facilities)
        {
            for (var rack = 0; rack < site.Plan.RackCount; rack++)
            {
                var (a, b) = (site.Feeds.Milliwatts(rack, Feed.A), site.Feeds.Milliwatts(rack, Feed.B));

                Assert.True((a, b) == (0, 0) || (a / (double)(a + b) is > 0.43 and < 0.57));
            }
        }
    }

    static long[] Energies(Played played) => [.. played.Province.Facilities.SelectMany(site => site.Feeds.Copy().Append(site.Energy.Utility))];
}
