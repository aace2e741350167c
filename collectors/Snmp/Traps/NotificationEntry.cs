using System.ComponentModel.DataAnnotations;
using DcOps.Collectors.Snmp.Events;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>One notification as a catalogue's file writes it.</summary>
sealed class NotificationEntry
{
    /// <summary>With or without the 0 before its last part: devices send both spellings.</summary>
    public required string Oid { get; init; }

    [MinLength(1)]
    public required string Name { get; init; }

    /// <summary>One sentence in English.</summary>
    public required string Meaning { get; init; }

    /// <summary>The same in Chinese.</summary>
    public required string MeaningZh { get; init; }

    public EventLevel Level { get; init; }

    /// <summary>The notification whose condition this one ends.</summary>
    public string? Clears { get; init; }

    /// <summary>Whether it begins a condition that a later one, or a poll, ends; so it is when another entry clears it or a state says its level.</summary>
    public bool Raises { get; init; }

    /// <summary>
    /// Objects whose instance says what the condition is about, by the beginning of their name. Absent: it is about the device.
    /// </summary>
    public string[] KeyIndexes { get; init; } = [];

    /// <summary>Objects whose value says what the condition is about.</summary>
    public string[] KeyValues { get; init; } = [];

    public StateLevels? States { get; init; }

    public Escalation? Escalate { get; init; }
}
