namespace DcOps.Collectors.Snmp.Events;

/// <summary>Whether an event begins a condition, ends one, or merely happened.</summary>
public enum EventTransition : byte
{
    Occurred = 0,
    Raised,
    Cleared,
}
