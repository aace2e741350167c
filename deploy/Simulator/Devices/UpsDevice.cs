using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>The site's UPS as one card shows it: power in and out by line, a full battery, no energy register.</summary>
public sealed class UpsDevice(SnmpDevicePlan plan, FacilityModel site, ulong seed, Func<DateTimeOffset> now)
    : MeasuringDevice<UpsMeasure>(plan.Location, plan.Name, seed)
{
    // The three lines of a site are balanced within a few percent.
    static readonly double[] LineShares = [0.342, 0.331, 0.327];

    /// <summary>W.</summary>
    public double Rated => plan.Rated.Watts;

    /// <summary>Minutes at this output: eight at full load, Peukert's exponent 1.15.</summary>
    public double BatteryMinutes(UpsMeasure measure) =>
        8 * Math.Pow(Rated / Math.Max(Rated / 100, measure.Power.UpsOutput / 1_000.0), 1.15);

    /// <param name="line">1 to 3.</param>
    /// <returns>W.</returns>
    public static double OutputWatts(UpsMeasure measure, int line) => measure.Power.UpsOutput / 1_000.0 * LineShares[line - 1];

    /// <returns>W.</returns>
    public static double InputWatts(UpsMeasure measure, int line) => measure.Power.UpsInput / 1_000.0 * LineShares[line - 1];

    /// <returns>V; input lines are numbered from 11, so that their voltages move apart from the outputs'.</returns>
    public double Volts(UpsMeasure measure, int line) => MainsVoltage.At(Key, line, measure.UnixSeconds);

    protected override UpsMeasure Measure() => new(site.Power, now().ToUnixTimeMilliseconds() / 1_000.0);
}
