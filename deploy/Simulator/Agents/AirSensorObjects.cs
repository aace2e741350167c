using DcOps.Collectors.Snmp.Codec;
using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Agents;

/// <summary>
/// A Vertiv/Geist monitor with one temperature, humidity and dew point sensor (VERTIV-V5-MIB): tenths of a degree in the
/// unit that another object names, whole percent.
/// </summary>
public sealed class AirSensorObjects
{
    const string Monitor = "1.3.6.1.4.1.21239.5.2.";
    const double Tenth = 0.1;
    const int Available = 1;
    const int DegreesCelsius = 1;

    readonly MibTable<AirSensorDevice> _table;

    public AirSensorObjects(TimeProvider time) => _table = new(
        SystemGroup.Of<AirSensorDevice>(_ => "Watchdog rack monitor", "1.3.6.1.4.1.21239.42.1.53", time).Concat(
        [
            (Monitor + "1.1.0", device => Syntax.Text($"{device.Location.Path}/{device.Name}")),
            (Monitor + "1.2.0", _ => Syntax.Text("5.6.1")),
            (Monitor + "1.7.0", _ => Syntax.Number(DegreesCelsius)),
            (Monitor + "1.8.0", _ => Syntax.Text("WD100")),
            (Monitor + "1.10.0", device => Syntax.Text(device.Serial)),
            (Monitor + "9.1.2.1", device => Syntax.Text(device.Serial)),
            (Monitor + "9.1.3.1", _ => Syntax.Text("Inlet")),
            (Monitor + "9.1.4.1", _ => ObjectSyntax.Gauge32(Available)),
            (Monitor + "9.1.5.1", device => Syntax.Steps(device.Measured.Celsius, Tenth)),
            (Monitor + "9.1.6.1", device => Syntax.Steps(device.Measured.Humidity * 100, 1)),
            (Monitor + "9.1.7.1", device => Syntax.Steps(device.Measured.DewPointCelsius, Tenth)),
        ]));

    public DeviceObjects<AirSensorDevice> Of(AirSensorDevice device) => new(device, _table);
}
