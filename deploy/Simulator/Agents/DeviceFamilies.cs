using DcOps.Collectors.Snmp.Agents;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Layout;

namespace DcOps.Simulator.Agents;

/// <summary>The objects of every family that is played.</summary>
public sealed class DeviceFamilies(TimeProvider time)
{
    readonly ApcPduObjects _apc = new(time);
    readonly VertivPduObjects _vertiv = new(time);
    readonly UpsObjects _upses = new(time);
    readonly AirSensorObjects _sensors = new(time);
    readonly CduObjects _cdus = new(time);

    public IAgentObjects Of(SnmpDevicePlan plan, SimulatedDevice device) => (plan.Kind, device) switch
    {
        (SnmpDeviceKind.ApcPdu, RackPduDevice pdu) => _apc.Of(pdu),
        (SnmpDeviceKind.VertivPdu, RackPduDevice pdu) => _vertiv.Of(pdu),
        (SnmpDeviceKind.Ups, UpsDevice ups) => _upses.Of(ups),
        (SnmpDeviceKind.AirSensor, AirSensorDevice sensor) => _sensors.Of(sensor),
        (SnmpDeviceKind.Cdu, CduDevice cdu) => _cdus.Of(cdu),
        _ => throw new InvalidOperationException($"{plan.Kind} has no SNMP objects for a {device.GetType().Name}."),
    };
}
