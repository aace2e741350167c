namespace DcOps.Simulator.Physics;

/// <summary>
/// Fans of the room air handlers. Speed-controlled fans follow the cube law (affinity laws), down to a least air flow;
/// the fixed-speed share of an older site does not follow at all.
/// </summary>
public sealed class CrahFans(double designHeatWatts, Ageing age)
{
    const double LeastFlow = 0.45;

    readonly double _designShare = age.Between(0.045, 0.075);
    readonly double _fixedShare = age.Between(0.08, 0.75);

    public double WattsAt(double heatWatts)
    {
        var flow = Math.Max(LeastFlow, heatWatts / designHeatWatts);
        return designHeatWatts * _designShare * (_fixedShare + ((1 - _fixedShare) * flow * flow * flow));
    }
}
