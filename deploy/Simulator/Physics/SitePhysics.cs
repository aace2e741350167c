namespace DcOps.Simulator.Physics;

/// <summary>One site's plant: from the racks' power, the weather and the hour to what the grid delivers.</summary>
public sealed class SitePhysics
{
    readonly DistributionLosses _distribution;
    readonly UpsLosses _ups;
    readonly CoolingPlant _cooling;
    readonly HouseLoad _house;
    readonly TransformerLosses _transformers;

    /// <param name="capacityWatts">Design IT power, above zero.</param>
    public SitePhysics(SiteKind kind, double capacityWatts, Ageing age)
    {
        _distribution = new(capacityWatts, age);

        // Finance keeps two whole systems (2N), the others one module in reserve.
        _ups = new(capacityWatts * (kind == SiteKind.Finance ? 2 : 1.25), age);
        _cooling = new(kind, designHeatWatts: capacityWatts * 1.1, age);
        _house = new(capacityWatts);
        _transformers = new(capacityWatts * 1.8, age);
        SupplyAirCelsius = age.Between(22.5, 18.5);
    }

    public double UpsRatedWatts => _ups.RatedWatts;

    /// <summary>Air the handlers blow into the cold aisles.</summary>
    public double SupplyAirCelsius { get; }

    /// <returns>The site's balance as power; the racks' sum goes in and comes out unchanged.</returns>
    /// <param name="coolantPumpWatts">Of the coolant distribution units; 0 where air alone cools.</param>
    public Balance At(long itMilliwatts, Weather weather, LocalTime time, double coolantPumpWatts = 0)
    {
        var it = itMilliwatts / 1_000.0;
        var distribution = _distribution.WattsAt(it);
        var ups = _ups.WattsAt(it + distribution);
        var house = _house.WattsAt(time);

        // Everything lost inside ends in the rooms; the transformers stand outside.
        var cooling = _cooling.At(it + distribution + ups + house, weather, coolantPumpWatts);
        var transformers = _transformers.WattsAt(it + distribution + ups + house + cooling.Total);
        return new(
            itMilliwatts,
            Milli(distribution),
            Milli(ups),
            Milli(cooling.Chillers),
            Milli(cooling.Fans),
            Milli(cooling.Pumps),
            Milli(cooling.Towers),
            Milli(house),
            Milli(transformers),
            CoolantPumps: Milli(cooling.CoolantPumps));
    }

    static long Milli(double watts) => (long)Math.Round(watts * 1_000);
}
