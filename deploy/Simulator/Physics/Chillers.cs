namespace DcOps.Simulator.Physics;

/// <summary>
/// Compressors. The coefficient of performance is a share of Carnot's between evaporator and condenser, times a factor of
/// part load that is best near 60 % (variable-speed machines peak between 50 and 70 %: Beitelmal and Patel, HPL-2006-67).
/// As few equal machines run as carry the heat at 90 % each.
/// </summary>
/// <param name="machines">Machines on duty, above zero.</param>
/// <param name="evaporatorCelsius">Evaporating temperature.</param>
/// <param name="carnotShare">0 to 1.</param>
public sealed class Chillers(double designHeatWatts, int machines, double evaporatorCelsius, double carnotShare)
{
    const double Kelvin = 273.15;
    const double FullestLoad = 0.9;
    const double LeastLift = 6;

    /// <param name="condenserCelsius">Condensing temperature.</param>
    public double WattsAt(double heatWatts, double condenserCelsius) =>
        heatWatts <= 0 ? 0 : heatWatts / CoefficientAt(heatWatts, condenserCelsius);

    /// <summary>Heat removed over electric power, both in W.</summary>
    public double CoefficientAt(double heatWatts, double condenserCelsius)
    {
        var lift = Math.Max(LeastLift, condenserCelsius - evaporatorCelsius);
        return (evaporatorCelsius + Kelvin) / lift * carnotShare * PartLoadFactor(LoadOfEach(heatWatts));
    }

    double LoadOfEach(double heatWatts)
    {
        var each = designHeatWatts / machines;
        var running = Math.Clamp(Math.Ceiling(heatWatts / (each * FullestLoad)), 1, machines);
        return heatWatts / (running * each);
    }

    static double PartLoadFactor(double load) => Math.Max(0.5, 1 - (0.8 * (load - 0.6) * (load - 0.6)));
}
