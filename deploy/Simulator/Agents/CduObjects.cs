using System.Globalization;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Agents;

/// <summary>
/// A Vertiv coolant distribution unit behind an IS-UNITY card (LIEBERT-GP-FLEXIBLE-MIB): every data point is a row of three
/// texts, what it is, its value and its unit, and says nothing by its number.
/// </summary>
public sealed class CduObjects
{
    const string Agent = "1.3.6.1.4.1.476.1.42.2.1.";
    const string Flexible = "1.3.6.1.4.1.476.1.42.3.9.20.1.";
    const string Instance = ".1.2.1.";
    const double SecondsOfMinute = 60;
    const double LitresOfCubicMetre = 1_000;
    const double PascalsOfBar = 100_000;
    const double MilliwattsOfKilowatt = 1_000_000;

    static readonly (int Id, string Label, string Unit, Func<CduDevice, CduMeasure, string> Read)[] Points =
    [
        (5101, "Secondary Fluid Supply Temperature", "deg C", (_, _) => Text(LiquidLoop.SupplyCelsius, "F1")),
        (5102, "Secondary Fluid Return Temperature", "deg C", (_, now) => Text(now.Loop.ReturnCelsius, "F1")),
        (5103, "Secondary Fluid Flow Rate", "LPM", (_, now) => Text(now.Loop.CubicMetresPerSecond * LitresOfCubicMetre * SecondsOfMinute, "F1")),
        (5104, "Secondary Fluid Differential Pressure", "bar", (_, now) => Text(now.Loop.PressurePascals / PascalsOfBar, "F2")),
        (5105, "Total Heat Load", "kW", (_, now) => Text(now.Loop.HeatWatts / 1_000, "F2")),
        (5106, "Pump 1 Speed", "%", (_, now) => Text(now.PumpSpeeds.First * 100, "F0")),
        (5107, "Pump 2 Speed", "%", (_, now) => Text(now.PumpSpeeds.Second * 100, "F0")),
        (5108, "Pump 1 Status", "", (_, now) => now.IsPumpStopped ? "Fault" : "On"),
        (5109, "Pump 2 Status", "", (_, _) => "On"),
        (5110, "Leak Detection Status", "", (_, now) => now.IsLeaking ? "Leak Detected" : "Normal"),
        (5111, "Total Power Consumption", "kW", (_, now) => Text(now.PumpMilliwatts / MilliwattsOfKilowatt, "F3")),
        (5112, "Total Energy Consumption", "kWh", (cdu, now) => Text(cdu.Register.CountsAt(now.PumpMillijoules) / 1_000.0, "F3")),
    ];

    readonly MibTable<CduDevice> _table;

    public CduObjects(TimeProvider time) => _table = new(
        SystemGroup.Of<CduDevice>(_ => "Coolant distribution unit, IS-UNITY card", "1.3.6.1.4.1.476.1.42", time)
            .Append((Agent + "1.0", _ => Syntax.Text("Vertiv")))
            .Append((Agent + "4.0", cdu => Syntax.Text(cdu.Serial)))
            .Concat(Points.SelectMany(point => Row(point.Id, point.Label, point.Unit, point.Read))));

    public DeviceObjects<CduDevice> Of(CduDevice device) => new(device, _table);

    static IEnumerable<(string, Func<CduDevice, ObjectSyntax>)> Row(
        int id, string label, string unit, Func<CduDevice, CduMeasure, string> read)
    {
        string At(int column) => string.Create(CultureInfo.InvariantCulture, $"{Flexible}{column}{Instance}{id}");
        return
        [
            (At(10), _ => Syntax.Text(label)),
            (At(20), cdu => Syntax.Text(read(cdu, cdu.Measured))),
            (At(30), _ => Syntax.Text(unit)),
        ];
    }

    static string Text(double value, string form) => value.ToString(form, CultureInfo.InvariantCulture);
}
