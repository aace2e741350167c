namespace DcOps.Simulator.Physics;

/// <summary>
/// What age does to a plant: a site is built with its year's technology and then wears. Every coefficient is given for a
/// new site and for one of fifteen years, and lies between them in proportion to age.
/// </summary>
/// <param name="Years">0 to 15; an older site is as bad as one of fifteen.</param>
public readonly record struct Ageing(double Years)
{
    const double OldYears = 15;

    public double Between(double whenNew, double whenOld) =>
        whenNew + ((whenOld - whenNew) * Math.Clamp(Years / OldYears, 0, 1));
}
