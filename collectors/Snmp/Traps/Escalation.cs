using DcOps.Collectors.Snmp.Events;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>A higher level where one number of the notification is below another.</summary>
sealed class Escalation
{
    /// <summary>By the beginning of its name.</summary>
    public required string Object { get; init; }

    /// <summary>By the beginning of its name.</summary>
    public required string Below { get; init; }

    public required EventLevel Level { get; init; }
}
