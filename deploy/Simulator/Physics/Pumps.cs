namespace DcOps.Simulator.Physics;

/// <summary>Chilled and condenser water pumps: a share for static head that goes with the flow, the rest with its cube.</summary>
public sealed class Pumps(double designHeatWatts, Ageing age)
{
    const double LeastFlow = 0.4;

    readonly double _designShare = age.Between(0.020, 0.032);
    readonly double _fixedShare = age.Between(0.10, 0.70);

    public double WattsAt(double heatWatts)
    {
        var flow = Math.Max(LeastFlow, heatWatts / designHeatWatts);
        var controlled = (0.3 * flow) + (0.7 * flow * flow * flow);
        return designHeatWatts * _designShare * (_fixedShare + ((1 - _fixedShare) * controlled));
    }
}
