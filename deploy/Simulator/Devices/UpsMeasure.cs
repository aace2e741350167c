using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>What a UPS measures at one instant.</summary>
/// <param name="Power">The site's balance, mW.</param>
/// <param name="UnixSeconds">When; decides the phases' voltages.</param>
/// <param name="Charge">Of the battery, 0 to 1.</param>
/// <param name="MinutesLeft">At this output.</param>
public sealed record UpsMeasure(Balance Power, double UnixSeconds, double Charge, double SecondsOnBattery, double MinutesLeft, bool IsInputLost)
{
    public bool IsOnBattery => IsInputLost && Charge > 0;
}
