using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>The site's UPS as one card shows it: power in and out by line, its battery, no energy register.</summary>
public sealed class UpsDevice(SnmpDevicePlan plan, FacilityModel site, ulong seed, Func<DateTimeOffset> now)
    : MeasuringDevice<UpsMeasure>(plan.Location, plan.Name, seed)
{
    // The three lines of a site are balanced within a few percent.
    static readonly double[] LineShares = [0.342, 0.331, 0.327];

    // Input lines are numbered from 11, so that their voltages move apart from the outputs'.
    const int InputLines = 10;

    /// <summary>W.</summary>
    public double Rated => plan.Rated.Watts;

    /// <param name="line">1 to 3.</param>
    /// <returns>W.</returns>
    public static double OutputWatts(UpsMeasure measure, int line) => measure.Power.UpsOutput / 1_000.0 * LineShares[line - 1];

    /// <returns>W.</returns>
    public static double InputWatts(UpsMeasure measure, int line) => measure.Power.UpsInput / 1_000.0 * LineShares[line - 1];

    /// <returns>V between phase and neutral of the output.</returns>
    public double Volts(UpsMeasure measure, int line) => MainsVoltage.At(Key, line, measure.UnixSeconds);

    /// <returns>V between phase and neutral; 0 while the input is gone.</returns>
    public double InputVolts(UpsMeasure measure, int line) => measure.IsInputLost ? 0 : Volts(measure, line + InputLines);

    protected override UpsMeasure Measure()
    {
        var (power, battery) = (site.Power, site.Battery);
        return new(
            power, now().ToUnixTimeMilliseconds() / 1_000.0, battery.Charge, battery.SecondsOnBattery,
            battery.MinutesAt(power.UpsOutput / 1_000.0), battery.IsInputLost);
    }
}
