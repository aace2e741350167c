using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Tests.Physics;

public sealed class PlantPartTests
{
    [Fact]
    public void A_ups_loses_in_proportion_to_its_rating_and_is_most_efficient_above_a_third_of_its_load()
    {
        var ups = new UpsLosses(ratedWatts: 100_000, new Ageing(0));

        double Efficiency(double load) => load / (load + (ups.WattsAt(load * 100_000) / 100_000));

        Assert.Equal(100_000 * (0.009 + 0.009 + 0.0035), ups.WattsAt(50_000), tolerance: 1e-9);
        Assert.True(Efficiency(0.1) < Efficiency(0.3));
        Assert.True(Efficiency(0.3) < Efficiency(0.6));
        Assert.True(ups.WattsAt(0) > 0);
    }

    [Fact]
    public void Fans_follow_the_cube_of_the_flow_where_they_are_controlled()
    {
        var fans = new CrahFans(designHeatWatts: 1_000_000, new Ageing(0));

        var full = fans.WattsAt(1_000_000);
        var half = fans.WattsAt(500_000);

        Assert.Equal(0.08 + (0.92 / 8), half / full, tolerance: 1e-9);
    }

    [Fact]
    public void Fans_of_an_old_site_hardly_follow_at_all()
    {
        var fans = new CrahFans(designHeatWatts: 1_000_000, new Ageing(15));

        var ratio = fans.WattsAt(500_000) / fans.WattsAt(1_000_000);

        Assert.True(ratio > 0.75);
    }

    [Fact]
    public void A_chiller_is_better_the_cooler_its_condenser_and_best_at_part_load()
    {
        var chillers = new Chillers(designHeatWatts: 1_000_000, machines: 1, evaporatorCelsius: 15, carnotShare: 0.6);

        double At(double load, double condenser) => chillers.CoefficientAt(load * 1_000_000, condenser);

        Assert.True(At(0.6, 28) > At(0.6, 38));
        Assert.True(At(0.6, 35) > At(1, 35));
        Assert.True(At(0.6, 35) > At(0.2, 35));
        Assert.Equal(288.15 / 20 * 0.6, At(0.6, 35), tolerance: 1e-9);
    }

    [Fact]
    public void No_heat_needs_no_compressor()
    {
        var chillers = new Chillers(designHeatWatts: 1_000_000, machines: 3, evaporatorCelsius: 15, carnotShare: 0.6);

        Assert.Equal(0, chillers.WattsAt(0, condenserCelsius: 35));
    }

    [Fact]
    public void Free_cooling_takes_all_when_the_tower_reaches_the_supply_and_nothing_when_it_only_reaches_the_return()
    {
        var economiser = new FreeCooling(supplyCelsius: 17, returnCelsius: 23);

        Assert.Equal(11.5, economiser.FullBelowCelsius);
        Assert.Equal(1, economiser.ShareAt(11.5), tolerance: 1e-9);
        Assert.Equal(0.5, economiser.ShareAt(14.5), tolerance: 1e-9);
        Assert.Equal(0, economiser.ShareAt(17.5), tolerance: 1e-9);
    }

    [Fact]
    public void Distribution_and_transformer_losses_grow_with_the_square_of_the_load()
    {
        var distribution = new DistributionLosses(capacityWatts: 1_000, new Ageing(0));
        var transformers = new TransformerLosses(ratedWatts: 1_000, new Ageing(0));

        Assert.Equal(1 + (12 * 0.25), distribution.WattsAt(500), tolerance: 1e-9);
        Assert.Equal(1 + (7 * 0.25), transformers.WattsAt(500), tolerance: 1e-9);
    }

    [Fact]
    public void A_fuller_rack_breathes_warmer_air()
    {
        var inlet = new InletAir(supplyCelsius: 22.5, key: 4);

        var idle = inlet.CelsiusAt(loadRatio: 0.2, unixSeconds: 1_000);
        var busy = inlet.CelsiusAt(loadRatio: 0.9, unixSeconds: 1_000);

        Assert.True(busy > idle + 0.5);
        Assert.InRange(busy, 22.5, 28.5);
        Assert.InRange(inlet.HumidityAt(busy, 1_000), 0.25, 0.6);
    }

    [Fact]
    public void An_empty_rack_draws_a_measured_zero()
    {
        var loads = Enumerable.Range(0, 1_000)
            .Select(number => new RackLoad(SiteKind.Cloud, 8_000, SeededNoise.Key(1, $"rack {number}"), row: 0).MilliwattsAt(0.6, 0))
            .ToArray();

        Assert.InRange(loads.Count(load => load == 0), 5, 40);
        Assert.All(loads, load => Assert.InRange(load, 0, 8_000_000));
    }
}
