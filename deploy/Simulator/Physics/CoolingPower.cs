namespace DcOps.Simulator.Physics;

/// <summary>Electric power of a cooling plant by part, W.</summary>
/// <param name="Pumps">Of chilled and condenser water.</param>
/// <param name="CoolantPumps">Of the coolant distribution units.</param>
public readonly record struct CoolingPower(double Chillers, double Fans, double Pumps, double Towers, double CoolantPumps)
{
    public double Total => Chillers + Fans + Pumps + Towers + CoolantPumps;
}
