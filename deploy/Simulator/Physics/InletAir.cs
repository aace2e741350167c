namespace DcOps.Simulator.Physics;

/// <summary>Air at a rack's inlet: supply air, warmed by what leaks back from the hot aisle, the more the fuller the rack.</summary>
public sealed class InletAir(double supplyCelsius, ulong key)
{
    // Room humidity is controlled by dew point, as air handlers do it.
    const double RoomDewPointCelsius = 10.5;

    readonly double _position = SeededNoise.Between(SeededNoise.Key(key, "position"), 0.3, 1);
    readonly ulong _draught = SeededNoise.Key(key, "draught");

    /// <param name="loadRatio">The rack's power over what it was granted, 0 to 1.</param>
    public double CelsiusAt(double loadRatio, double unixSeconds) =>
        supplyCelsius + 0.6 + (4.2 * loadRatio * _position) + (0.25 * SeededNoise.Smooth(_draught, unixSeconds / 180));

    /// <returns>Relative humidity, 0 to 1.</returns>
    public double HumidityAt(double inletCelsius, double unixSeconds) =>
        Psychrometrics.Humidity(inletCelsius, RoomDewPointCelsius + (0.6 * SeededNoise.Smooth(_draught ^ 1, unixSeconds / 1_200)));
}
