using DcOps.Collectors.Snmp.Codec;
using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Agents;

/// <summary>The system group (RFC 3418) that every agent has.</summary>
static class SystemGroup
{
    const string System = "1.3.6.1.2.1.1.";

    public static IEnumerable<(string Name, Func<TDevice, ObjectSyntax> Read)> Of<TDevice>(
        Func<TDevice, string> description, string objectId, TimeProvider time)
        where TDevice : SimulatedDevice
    {
        var identifier = ObjectSyntax.Of(ObjectIdentifier.Parse(objectId));
        return
        [
            (System + "1.0", device => Syntax.Text(description(device))),
            (System + "2.0", _ => identifier),
            (System + "3.0", device => Syntax.Uptime(device.StartedAt, time.GetUtcNow())),
            (System + "4.0", _ => Syntax.Text("")),
            (System + "5.0", device => Syntax.Text($"{device.Location.Path}/{device.Name}")),
            (System + "6.0", device => Syntax.Text(device.Location.Path)),
            (System + "7.0", _ => Syntax.Number(72)),
        ];
    }
}
