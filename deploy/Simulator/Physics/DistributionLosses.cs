namespace DcOps.Simulator.Physics;

/// <summary>
/// Loss between UPS output and rack: row panels, cables, busbars. Ohmic, so quadratic in the load; a small constant for
/// the panels' own electronics and isolation transformers.
/// </summary>
public sealed class DistributionLosses(double capacityWatts, Ageing age)
{
    readonly double _constant = age.Between(0.001, 0.004);
    readonly double _quadratic = age.Between(0.012, 0.022);

    public double WattsAt(double itWatts)
    {
        var load = itWatts / capacityWatts;
        return capacityWatts * (_constant + (_quadratic * load * load));
    }
}
