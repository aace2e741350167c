namespace DcOps.Collectors.Snmp.Events;

/// <summary>One thing that an event says.</summary>
/// <param name="Address">Object identifier in dotted form.</param>
/// <param name="Value">As text.</param>
public sealed record EventVariable(string Address, string Value);
