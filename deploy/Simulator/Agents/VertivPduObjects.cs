using System.Globalization;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Agents;

/// <summary>
/// A rack PDU as VERTIV-V5-MIB shows it: whole watts and watt-hours, tenths of a volt, hundredths of an ampere, and a
/// register that starts anew after 9,999 kWh.
/// </summary>
public sealed class VertivPduObjects
{
    const string Monitor = "1.3.6.1.4.1.21239.5.2.";
    const double Hundredth = 0.01;
    const double Tenth = 0.1;
    const int Available = 1;
    const int DegreesCelsius = 1;

    readonly MibTable<RackPduDevice> _table;

    public VertivPduObjects(TimeProvider time) => _table = new(
        SystemGroup.Of<RackPduDevice>(_ => "Vertiv Geist rPDU", "1.3.6.1.4.1.21239.42.1.53", time)
            .Concat(Product())
            .Concat(Whole())
            .Concat(Enumerable.Range(1, RackPduDevice.Phases).SelectMany(Phase)));

    public DeviceObjects<RackPduDevice> Of(RackPduDevice device) => new(device, _table);

    static IEnumerable<(string, Func<RackPduDevice, ObjectSyntax>)> Product() =>
    [
        (Monitor + "1.1.0", pdu => Syntax.Text($"{pdu.Location.Path}/{pdu.Name}")),
        (Monitor + "1.2.0", _ => Syntax.Text("5.6.1")),
        (Monitor + "1.7.0", _ => Syntax.Number(DegreesCelsius)),
        (Monitor + "1.8.0", _ => Syntax.Text("MN03E9R1-48P3B8")),
        (Monitor + "1.10.0", pdu => Syntax.Text(pdu.Serial)),
    ];

    static IEnumerable<(string, Func<RackPduDevice, ObjectSyntax>)> Whole() =>
    [
        (Monitor + "3.1.1.2.1", pdu => Syntax.Text(pdu.Serial)),
        (Monitor + "3.1.1.3.1", pdu => Syntax.Text(pdu.Name)),
        (Monitor + "3.1.1.4.1", pdu => Syntax.Text(pdu.Name)),
        (Monitor + "3.1.1.5.1", _ => ObjectSyntax.Gauge32(Available)),
        (Monitor + "3.1.1.9.1", pdu => Syntax.GaugeSteps(Watts(pdu.Measured), 1)),
        (Monitor + "3.1.1.10.1", pdu => Syntax.GaugeSteps(Watts(pdu.Measured) / pdu.PowerFactor, 1)),
        (Monitor + "3.1.1.11.1", pdu => Syntax.GaugeSteps(pdu.PowerFactor, Hundredth)),
        (Monitor + "3.1.1.12.1", pdu => ObjectSyntax.Gauge32((uint)pdu.Register.CountsAt(pdu.Measured.Millijoules))),
    ];

    static IEnumerable<(string, Func<RackPduDevice, ObjectSyntax>)> Phase(int phase)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $".{phase}");
        var name = $"Phase {"ABC"[phase - 1]}";
        return
        [
            (Monitor + "3.2.1.2" + row, _ => Syntax.Text(name)),
            (Monitor + "3.2.1.3" + row, _ => Syntax.Text(name)),
            (Monitor + "3.2.1.4" + row, pdu => Syntax.GaugeSteps(pdu.PhaseVolts(pdu.Measured, phase), Tenth)),
            (Monitor + "3.2.1.8" + row, pdu => Syntax.GaugeSteps(pdu.PhaseAmperes(pdu.Measured, phase), Hundredth)),
            (Monitor + "3.2.1.12" + row, pdu => Syntax.GaugeSteps(pdu.PhaseWatts(pdu.Measured, phase), 1)),
            (Monitor + "3.2.1.13" + row, pdu => Syntax.GaugeSteps(pdu.PhaseWatts(pdu.Measured, phase) / pdu.PowerFactor, 1)),
            (Monitor + "3.2.1.14" + row, pdu => Syntax.GaugeSteps(pdu.PowerFactor, Hundredth)),
        ];
    }

    static double Watts(RackPduMeasure measure) => measure.Milliwatts / 1_000.0;
}
