namespace DcOps.Simulator.Physics;

/// <summary>
/// Loss of the site's 10 kV transformers: no-load loss, always, and load loss, quadratic. Shares of the rating in the
/// order of the dry-type classes of GB 20052.
/// </summary>
public sealed class TransformerLosses(double ratedWatts, Ageing age)
{
    readonly double _noLoad = age.Between(0.0010, 0.0018);
    readonly double _load = age.Between(0.007, 0.010);

    public double WattsAt(double demandWatts)
    {
        var load = demandWatts / ratedWatts;
        return ratedWatts * (_noLoad + (_load * load * load));
    }
}
