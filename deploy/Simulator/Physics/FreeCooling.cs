namespace DcOps.Simulator.Physics;

/// <summary>
/// Waterside economiser in series before the chillers: tower water pre-cools the returning water through a heat
/// exchanger. The share of heat taken without compressors goes from 0, where tower water is as warm as the return, to 1,
/// where it reaches the supply temperature.
/// </summary>
public sealed class FreeCooling(double supplyCelsius, double returnCelsius)
{
    /// <summary>Tower approach to the wet bulb plus heat exchanger approach, K.</summary>
    const double Approach = 5.5;

    /// <summary>Highest wet bulb at which no compressor runs.</summary>
    public double FullBelowCelsius => supplyCelsius - Approach;

    /// <summary>0 to 1.</summary>
    public double ShareAt(double wetBulbCelsius) =>
        Math.Clamp((returnCelsius - wetBulbCelsius - Approach) / (returnCelsius - supplyCelsius), 0, 1);
}
