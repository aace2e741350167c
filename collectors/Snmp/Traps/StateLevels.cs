using DcOps.Collectors.Snmp.Events;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>A variable whose value says how grave the event is, and whether it is an end.</summary>
sealed class StateLevels
{
    /// <summary>By the beginning of its name.</summary>
    public required string Object { get; init; }

    /// <summary>Values that mean that all is well again.</summary>
    public string[] Cleared { get; init; } = [];

    /// <summary>Value to level; a value that is not among them leaves the entry's own level.</summary>
    public required Dictionary<string, EventLevel> Levels { get; init; }
}
