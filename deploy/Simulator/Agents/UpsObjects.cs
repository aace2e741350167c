using System.Globalization;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Agents;

/// <summary>A UPS whose card speaks UPS-MIB (RFC 1628) and nothing else: whole volts and watts, tenths of an ampere, no energy.</summary>
public sealed class UpsObjects
{
    const string Ups = "1.3.6.1.2.1.33.1.";
    const double Tenth = 0.1;
    const double OutputPowerFactor = 0.97;
    const double InputPowerFactor = 0.99;
    const int BatteryNormal = 2;
    const int BatteryLow = 3;
    const double LowCharge = 0.2;
    const int SourceNormal = 3;
    const int SourceBypass = 4;
    const int SourceBattery = 5;
    const int Lines = 3;

    readonly MibTable<UpsDevice> _table;

    public UpsObjects(TimeProvider time) => _table = new(
        SystemGroup.Of<UpsDevice>(_ => "UPS network card, RFC 1628", "1.3.6.1.2.1.33", time)
            .Concat(Identity())
            .Concat(Battery())
            .Concat(Enumerable.Range(1, Lines).SelectMany(Line))
            .Concat(Rest()));

    public DeviceObjects<UpsDevice> Of(UpsDevice device) => new(device, _table);

    static IEnumerable<(string, Func<UpsDevice, ObjectSyntax>)> Identity() =>
    [
        (Ups + "1.1.0", _ => Syntax.Text("Simulated")),
        (Ups + "1.2.0", ups => Syntax.Text(string.Create(CultureInfo.InvariantCulture, $"Modular {ups.Rated / 1_000:F0} kW"))),
        (Ups + "1.3.0", _ => Syntax.Text("1.0")),
        (Ups + "1.4.0", _ => Syntax.Text("1.0")),
        (Ups + "1.5.0", ups => Syntax.Text(ups.Name)),
    ];

    static IEnumerable<(string, Func<UpsDevice, ObjectSyntax>)> Battery() =>
    [
        (Ups + "2.1.0", ups => Syntax.Number(ups.Measured.Charge < LowCharge ? BatteryLow : BatteryNormal)),
        (Ups + "2.2.0", ups => Syntax.Steps(ups.Measured.SecondsOnBattery, 1)),
        (Ups + "2.3.0", ups => Syntax.Steps(ups.Measured.MinutesLeft, 1)),
        (Ups + "2.4.0", ups => Syntax.Steps(ups.Measured.Charge * 100, 1)),
        (Ups + "2.5.0", _ => Syntax.Steps(545, Tenth)),
        (Ups + "2.6.0", _ => Syntax.Number(0)),
        (Ups + "2.7.0", _ => Syntax.Number(24)),
    ];

    static IEnumerable<(string, Func<UpsDevice, ObjectSyntax>)> Line(int line)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $".{line}");
        return
        [
            (Ups + "3.3.1.2" + row, ups => Syntax.Steps(ups.Measured.IsInputLost ? 0 : 50, Tenth)),
            (Ups + "3.3.1.3" + row, ups => Syntax.Steps(ups.InputVolts(ups.Measured, line), 1)),
            (Ups + "3.3.1.4" + row, ups => Syntax.Steps(
                UpsDevice.InputWatts(ups.Measured, line) / InputPowerFactor / Math.Max(1, ups.InputVolts(ups.Measured, line)), Tenth)),
            (Ups + "3.3.1.5" + row, ups => Syntax.Steps(UpsDevice.InputWatts(ups.Measured, line), 1)),
            (Ups + "4.4.1.2" + row, ups => Syntax.Steps(ups.Volts(ups.Measured, line), 1)),
            (Ups + "4.4.1.3" + row, ups => Syntax.Steps(
                UpsDevice.OutputWatts(ups.Measured, line) / OutputPowerFactor / ups.Volts(ups.Measured, line), Tenth)),
            (Ups + "4.4.1.4" + row, ups => Syntax.Steps(UpsDevice.OutputWatts(ups.Measured, line), 1)),
            (Ups + "4.4.1.5" + row, ups => Syntax.Steps(
                UpsDevice.OutputWatts(ups.Measured, line) * Lines / ups.Rated * 100, 1)),
        ];
    }

    static int SourceOf(UpsMeasure measure) => !measure.IsInputLost ? SourceNormal : measure.IsOnBattery ? SourceBattery : SourceBypass;

    static IEnumerable<(string, Func<UpsDevice, ObjectSyntax>)> Rest() =>
    [
        (Ups + "3.1.0", _ => ObjectSyntax.Counter32(0)),
        (Ups + "3.2.0", _ => Syntax.Number(Lines)),
        (Ups + "4.1.0", ups => Syntax.Number(SourceOf(ups.Measured))),
        (Ups + "4.2.0", _ => Syntax.Steps(50, Tenth)),
        (Ups + "4.3.0", _ => Syntax.Number(Lines)),
        (Ups + "6.1.0", _ => ObjectSyntax.Gauge32(0)),
        (Ups + "9.5.0", ups => Syntax.Steps(ups.Rated / OutputPowerFactor, 1)),
        (Ups + "9.6.0", ups => Syntax.Steps(ups.Rated, 1)),
        (Ups + "9.7.0", _ => Syntax.Number(2)),
    ];
}
