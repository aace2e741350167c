namespace DcOps.Simulator.Physics;

/// <summary>
/// A UPS's battery: eight minutes at full load, longer at less by Peukert's law with exponent 1.15. It discharges while the
/// UPS's input is gone; when it is empty the UPS goes over to its bypass, which has a supply of its own.
/// </summary>
/// <param name="ratedWatts">Of the UPS.</param>
public sealed class BatteryBank(double ratedWatts)
{
    const double MinutesAtFullLoad = 8;
    const double Peukert = 1.15;
    const double SecondsToCharge = 4_800;

    // Of what goes in, what comes out again.
    const double ChargeEfficiency = 0.9;

    /// <summary>0 to 1.</summary>
    public double Charge { get; private set; } = 1;

    /// <summary>s; 0 while it does not discharge.</summary>
    public double SecondsOnBattery { get; private set; }

    public bool IsInputLost { get; set; }

    public bool IsDischarging => IsInputLost && Charge > 0;

    /// <summary>Minutes that are left at this load.</summary>
    public double MinutesAt(double outputWatts) =>
        Charge * MinutesAtFullLoad * Math.Pow(ratedWatts / Math.Max(ratedWatts / 100, outputWatts), Peukert);

    /// <summary>Runs it over some seconds.</summary>
    /// <param name="loadWatts">Output and loss of the UPS.</param>
    /// <returns>W that it gives; negative: that it takes.</returns>
    public double Step(double loadWatts, long seconds)
    {
        if (IsDischarging)
        {
            Charge = Math.Max(0, Charge - (Charge * seconds / 60 / Math.Max(1e-9, MinutesAt(loadWatts))));
            SecondsOnBattery += seconds;
            return loadWatts;
        }

        SecondsOnBattery = 0;
        if (Charge >= 1 || IsInputLost)
            return 0;

        Charge = Math.Min(1, Charge + (seconds / SecondsToCharge));
        return -(ratedWatts * MinutesAtFullLoad * 60 / SecondsToCharge / ChargeEfficiency);
    }
}
