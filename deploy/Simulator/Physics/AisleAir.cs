namespace DcOps.Simulator.Physics;

/// <summary>
/// Air of one row's cold aisle above the supply temperature, as a heat balance of first order: what the racks give to the air
/// warms air and steel, and what comes over from the neighbouring rows carries it away.
/// </summary>
/// <param name="designWatts">Heat to the air at full load, above zero.</param>
/// <param name="racks">In the row; each has a heat capacity of its own.</param>
public sealed class AisleAir(double designWatts, int racks)
{
    // J/K of a rack with its servers and its part of the air: the outer steel of some 400 kg, 0.46 kJ/(kg·K).
    const double CapacityOfRack = 120_000;

    // K at which the neighbours carry away the full load's heat.
    const double DesignRise = 18;

    // s in which a handler that starts again takes most of it out.
    const double Recovery = 150;

    readonly double _conductance = designWatts / DesignRise;
    double _rise;

    /// <summary>K above the supply air; 0 while the row's handler runs.</summary>
    public double Rise => Volatile.Read(ref _rise);

    /// <summary>Runs it over some seconds, exactly, so that long steps are as good as short ones.</summary>
    /// <param name="heatWatts">From the racks to the air.</param>
    public void Step(double heatWatts, bool isCooled, long seconds)
    {
        var (aim, time) = isCooled ? (0, Recovery) : (heatWatts / _conductance, CapacityOfRack * racks / _conductance);
        var rise = aim + ((_rise - aim) * Math.Exp(-seconds / time));

        // Below a hundredth of a degree it is over.
        Volatile.Write(ref _rise, isCooled && rise < 0.01 ? 0 : rise);
    }
}
