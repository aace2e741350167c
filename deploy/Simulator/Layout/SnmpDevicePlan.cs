using System.Net;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Simulator.Layout;

/// <summary>One SNMP device of the layout.</summary>
/// <param name="Name">Unique at its location.</param>
/// <param name="Address">A loopback address of its own.</param>
/// <param name="IsSecured">Whether it answers SNMPv3 authPriv alone; else v2c.</param>
/// <param name="Rated">Nameplate power.</param>
/// <param name="Feed"><c>a</c> or <c>b</c> for a rack PDU; null for others.</param>
public sealed record SnmpDevicePlan(
    string Name, Location Location, SnmpDeviceKind Kind, IPAddress Address, bool IsSecured, Power Rated, char? Feed);
