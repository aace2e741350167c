using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using DcOps.Domain.PowerChain;

namespace DcOps.Domain.Alarms;

/// <summary>
/// A rule as its section of a rule file states it. Every kind is one class, found by its type; every rule of a kind is data.
/// </summary>
public abstract class AlarmRule
{
    /// <summary>Part of every alarm's identity: never used again for something else.</summary>
    [Required, RegularExpression("^[a-z0-9][a-z0-9-]{1,59}$", ErrorMessage = "must be small letters, digits and hyphens, 2 to 60 characters.")]
    public required string Id { get; init; }

    public required AlarmPriority Priority { get; init; }

    /// <summary>How long the condition must hold.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "24:00:00", ErrorMessage = "must be from 00:00:00 to 24:00:00.")]
    public TimeSpan OnDelay { get; init; }

    /// <summary>How long it must be gone.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "24:00:00", ErrorMessage = "must be from 00:00:00 to 24:00:00.")]
    public TimeSpan OffDelay { get; init; }

    /// <summary>Whether a return waits for a person's reset.</summary>
    public bool Latching { get; init; }

    /// <summary>Whether an acknowledged alarm that becomes more urgent asks again.</summary>
    public bool Realarms { get; init; } = true;

    /// <summary>Locations that it is about; everywhere when left out.</summary>
    public AlarmScope Where { get; init; } = new();

    /// <summary>The kind's name, and the section of a rule file that holds its rules.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>Where the rule comes from: a clause, a practice, or a design decision.</summary>
    [JsonIgnore]
    public abstract string Source { get; }

    /// <summary>What, when it fails upstream, explains this alarm.</summary>
    [JsonIgnore]
    public virtual Dependency SymptomOf => Dependency.None;

    /// <summary>What fails downstream because of it.</summary>
    [JsonIgnore]
    public virtual Dependency CauseOf => Dependency.None;

    /// <summary>Ids of every text that the kind explains itself with.</summary>
    [JsonIgnore]
    public abstract ImmutableArray<string> TextIds { get; }

    [JsonIgnore]
    public AlarmAttributes Attributes => field ??= new(Priority, OnDelay, OffDelay, Latching, Realarms);
}
