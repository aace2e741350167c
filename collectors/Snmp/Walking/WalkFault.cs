using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>An object that a device could not, or not properly, tell; the rest of its answer stands.</summary>
/// <param name="Name">The scalar or the column.</param>
public readonly record struct WalkFault(ObjectIdentifier Name, WalkFaultKind Kind);
