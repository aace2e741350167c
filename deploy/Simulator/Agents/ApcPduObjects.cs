using System.Globalization;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Agents;

/// <summary>
/// A rack PDU as PowerNet-MIB's rPDU2 groups show it (names and scales from the MIB text; which columns a card fills, as
/// AP8800 and AP8600 units do): power in hundredths of a kilowatt, the register in tenths of a kilowatt-hour.
/// </summary>
public sealed class ApcPduObjects
{
    const string Pdu = "1.3.6.1.4.1.318.1.1.26.";
    const double Hundredth = 0.01;
    const double HundredthOfKilowatt = 10;
    const double TenthOfKilowatt = 100;
    const double Tenth = 0.1;
    const int On = 2;

    readonly MibTable<RackPduDevice> _metered;
    readonly MibTable<RackPduDevice> _meteredByOutlet;

    public ApcPduObjects(TimeProvider time)
    {
        var device = SystemGroup.Of<RackPduDevice>(Description, "1.3.6.1.4.1.318.1.3.4.6", time)
            .Concat(Identity())
            .Concat(Device())
            .Concat(Enumerable.Range(1, RackPduDevice.Phases).SelectMany(Phase))
            .ToArray();
        _metered = new(device);
        _meteredByOutlet = new(device.Concat(Enumerable.Range(1, 24).SelectMany(Outlet)));
    }

    public DeviceObjects<RackPduDevice> Of(RackPduDevice device) =>
        new(device, device.Outlets == 0 ? _metered : _meteredByOutlet);

    static string Model(RackPduDevice device) => (device.Outlets, device.Rated) switch
    {
        (0, > 11_000) => "AP8886",
        (0, _) => "AP8881",
        (_, > 11_000) => "AP8686",
        _ => "AP8681",
    };

    static string Description(RackPduDevice device) =>
        $"APC Web/SNMP Management Card (MB:v4.1.0 PF:v6.8.2 PN:apc_hw05_aos_682.bin AF1:v6.8.0 AN1:apc_hw05_rpdu2g_680.bin "
        + $"MN:{Model(device)} HR:02 SN: {device.Serial} MD:01/03/2020)";

    static IEnumerable<(string, Func<RackPduDevice, ObjectSyntax>)> Identity() =>
    [
        (Pdu + "2.1.1.1", _ => Syntax.Number(1)),
        (Pdu + "2.1.2.1", _ => Syntax.Number(1)),
        (Pdu + "2.1.3.1", pdu => Syntax.Text(pdu.Name)),
        (Pdu + "2.1.4.1", pdu => Syntax.Text(pdu.Location.Path)),
        (Pdu + "2.1.5.1", _ => Syntax.Text("02")),
        (Pdu + "2.1.6.1", _ => Syntax.Text("v6.8.0")),
        (Pdu + "2.1.7.1", _ => Syntax.Text("01/03/2020")),
        (Pdu + "2.1.8.1", pdu => Syntax.Text(Model(pdu))),
        (Pdu + "2.1.9.1", pdu => Syntax.Text(pdu.Serial)),
        (Pdu + "4.2.1.13.1", pdu => Syntax.Steps(pdu.Rated, TenthOfKilowatt)),
    ];

    static IEnumerable<(string, Func<RackPduDevice, ObjectSyntax>)> Device() =>
    [
        (Pdu + "4.3.1.1.1", _ => Syntax.Number(1)),
        (Pdu + "4.3.1.2.1", _ => Syntax.Number(1)),
        (Pdu + "4.3.1.3.1", pdu => Syntax.Text(pdu.Name)),
        (Pdu + "4.3.1.4.1", pdu => LoadState(Watts(pdu.Measured) / pdu.Rated)),
        (Pdu + "4.3.1.5.1", pdu => Syntax.Steps(Watts(pdu.Measured), HundredthOfKilowatt)),
        (Pdu + "4.3.1.9.1", pdu => Syntax.Number((int)pdu.Register.CountsAt(pdu.Measured.Millijoules))),
        (Pdu + "4.3.1.10.1", pdu => Syntax.LocalTime(pdu.RegisterResetAt ?? pdu.StartedAt)),
        (Pdu + "4.3.1.16.1", pdu => Syntax.Steps(Watts(pdu.Measured) / pdu.PowerFactor, HundredthOfKilowatt)),
        (Pdu + "4.3.1.17.1", pdu => Syntax.Steps(pdu.PowerFactor, Hundredth)),
    ];

    static IEnumerable<(string, Func<RackPduDevice, ObjectSyntax>)> Phase(int phase)
    {
        var row = Row(phase);
        return
        [
            (Pdu + "6.3.1.1" + row, _ => Syntax.Number(phase)),
            (Pdu + "6.3.1.2" + row, _ => Syntax.Number(1)),
            (Pdu + "6.3.1.3" + row, _ => Syntax.Number(phase)),
            (Pdu + "6.3.1.4" + row, pdu => LoadState(pdu.PhaseWatts(pdu.Measured, phase) * RackPduDevice.Phases / pdu.Rated)),
            (Pdu + "6.3.1.5" + row, pdu => Syntax.Steps(pdu.PhaseAmperes(pdu.Measured, phase), Tenth)),
            (Pdu + "6.3.1.6" + row, pdu => Syntax.Steps(pdu.PhaseVolts(pdu.Measured, phase), 1)),
            (Pdu + "6.3.1.7" + row, pdu => Syntax.Steps(pdu.PhaseWatts(pdu.Measured, phase), HundredthOfKilowatt)),
            (Pdu + "6.3.1.8" + row, pdu => Syntax.Steps(pdu.PhaseWatts(pdu.Measured, phase) / pdu.PowerFactor, HundredthOfKilowatt)),
            (Pdu + "6.3.1.9" + row, pdu => Syntax.Steps(pdu.PowerFactor, Hundredth)),
        ];
    }

    // Outlets 1, 4, 7 … hang on the first phase, and so on: eight on each.
    static IEnumerable<(string, Func<RackPduDevice, ObjectSyntax>)> Outlet(int outlet)
    {
        var row = Row(outlet);
        var phase = ((outlet - 1) % RackPduDevice.Phases) + 1;
        var name = string.Create(CultureInfo.InvariantCulture, $"Outlet {outlet}");
        return
        [
            (Pdu + "9.2.3.1.1" + row, _ => Syntax.Number(outlet)),
            (Pdu + "9.2.3.1.2" + row, _ => Syntax.Number(1)),
            (Pdu + "9.2.3.1.3" + row, _ => Syntax.Text(name)),
            (Pdu + "9.2.3.1.4" + row, _ => Syntax.Number(outlet)),
            (Pdu + "9.2.3.1.5" + row, _ => Syntax.Number(On)),
            (Pdu + "9.4.3.1.1" + row, _ => Syntax.Number(outlet)),
            (Pdu + "9.4.3.1.2" + row, _ => Syntax.Number(1)),
            (Pdu + "9.4.3.1.3" + row, _ => Syntax.Text(name)),
            (Pdu + "9.4.3.1.4" + row, _ => Syntax.Number(outlet)),
            (Pdu + "9.4.3.1.6" + row, pdu => Syntax.Steps(OutletWatts(pdu, outlet) / pdu.PowerFactor / pdu.PhaseVolts(pdu.Measured, phase), Tenth)),
            (Pdu + "9.4.3.1.7" + row, pdu => Syntax.Steps(OutletWatts(pdu, outlet), 1)),
            (Pdu + "9.4.3.1.11" + row, pdu => Syntax.Number(OutletCounts(pdu, outlet))),
        ];
    }

    static double Watts(RackPduMeasure measure) => measure.Milliwatts / 1_000.0;

    static double OutletWatts(RackPduDevice pdu, int outlet) => Watts(pdu.Measured) * pdu.OutletShare(outlet);

    static int OutletCounts(RackPduDevice pdu, int outlet) =>
        (int)(pdu.Register.CountsAt(pdu.Measured.Millijoules) * pdu.OutletShare(outlet));

    // rPDU2DeviceStatusLoadState: 1 low, 2 normal, 3 near overload, 4 overload; the cards' defaults are 80 and 100 %.
    static ObjectSyntax LoadState(double load) => Syntax.Number(load switch { <= 0 => 1, < 0.8 => 2, < 1 => 3, _ => 4 });

    static string Row(int index) => string.Create(CultureInfo.InvariantCulture, $".{index}");
}
