namespace DcOps.Simulator.Physics;

/// <summary>Electric power of a cooling plant by part, W.</summary>
public readonly record struct CoolingPower(double Chillers, double Fans, double Pumps, double Towers)
{
    public double Total => Chillers + Fans + Pumps + Towers;
}
