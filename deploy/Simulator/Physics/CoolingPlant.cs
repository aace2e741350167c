namespace DcOps.Simulator.Physics;

/// <summary>
/// A site's cooling. Large sites have chilled water, towers and, when built within ten years, an economiser; edge sites
/// have direct expansion with dry condensers. Newer sites run warmer water, which helps compressors and economiser alike.
/// </summary>
public sealed class CoolingPlant
{
    readonly CrahFans _fans;
    readonly Pumps? _pumps;
    readonly CoolingTowers _towers;
    readonly Chillers _chillers;
    readonly FreeCooling? _freeCooling;

    public CoolingPlant(SiteKind kind, double designHeatWatts, Ageing age)
    {
        _fans = new(designHeatWatts, age);
        if (kind == SiteKind.Edge)
        {
            _chillers = new(designHeatWatts, machines: 2, evaporatorCelsius: 9, carnotShare: age.Between(0.42, 0.33));
            _towers = new(designHeatWatts, age.Between(0.022, 0.035));
            return;
        }

        var supplyCelsius = age.Between(17, 9);
        var returnCelsius = supplyCelsius + age.Between(6, 5);
        _chillers = new(designHeatWatts, machines: 3, supplyCelsius - 2, carnotShare: age.Between(0.62, 0.47));
        _towers = new(designHeatWatts, age.Between(0.012, 0.018));
        _pumps = new(designHeatWatts, age);
        _freeCooling = age.Years < 10 ? new(supplyCelsius, returnCelsius) : null;
    }

    /// <summary>Share of the heat that no compressor lifts, 0 to 1.</summary>
    public double FreeCoolingShareAt(Weather weather) => _freeCooling?.ShareAt(weather.WetBulbCelsius) ?? 0;

    /// <param name="roomHeatWatts">Heat released into the rooms, without the fans' own.</param>
    /// <param name="coolantPumpWatts">What moves the coolant; all of it ends as heat in the plant's water.</param>
    public CoolingPower At(double roomHeatWatts, Weather weather, double coolantPumpWatts = 0)
    {
        var fans = _fans.WattsAt(roomHeatWatts);
        var heat = roomHeatWatts + fans + coolantPumpWatts;
        var chillers = _chillers.WattsAt(heat * (1 - FreeCoolingShareAt(weather)), CondenserCelsius(weather));
        return new(chillers, fans, _pumps?.WattsAt(heat) ?? 0, _towers.WattsAt(heat + chillers), coolantPumpWatts);
    }

    // Tower approach 4 K, range 5 K, condenser 1.5 K; a dry condenser stands 12 K above the air.
    double CondenserCelsius(Weather weather) =>
        _pumps is null ? weather.DryBulbCelsius + 12 : weather.WetBulbCelsius + 10.5;
}
