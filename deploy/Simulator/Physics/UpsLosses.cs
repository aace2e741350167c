namespace DcOps.Simulator.Physics;

/// <summary>
/// Loss of a double-conversion UPS: constant (electronics, magnetising) + proportional (semiconductors) + quadratic
/// (copper) in its load, each as a share of the rating. New: 96 % efficient at half load; fifteen years: 92 %.
/// </summary>
public sealed class UpsLosses(double ratedWatts, Ageing age)
{
    readonly double _constant = age.Between(0.009, 0.019);
    readonly double _proportional = age.Between(0.018, 0.034);
    readonly double _quadratic = age.Between(0.014, 0.024);

    public double RatedWatts => ratedWatts;

    public double WattsAt(double outputWatts)
    {
        var load = outputWatts / ratedWatts;
        return ratedWatts * (_constant + (_proportional * load) + (_quadratic * load * load));
    }
}
