namespace DcOps.Simulator.Physics;

/// <summary>Fans of the towers (or, at a site without water, of the dry condensers): cube law over the heat rejected.</summary>
public sealed class CoolingTowers(double designHeatWatts, double designShare)
{
    const double LeastFlow = 0.3;

    public double WattsAt(double rejectedWatts)
    {
        // Rejected at design: the heat and the compressors' work at a coefficient of five.
        var flow = Math.Max(LeastFlow, rejectedWatts / (designHeatWatts * 1.2));
        return designHeatWatts * designShare * flow * flow * flow;
    }
}
