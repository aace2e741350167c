using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Notify;

/// <summary>A duty roster as the configuration states it.</summary>
public sealed class RosterOptions
{
    [Required]
    public required string Name { get; init; }

    [MinLength(1, ErrorMessage = "must name at least one person.")]
    public required ImmutableArray<string> People { get; init; }

    /// <summary>When the first turn of the first person began.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    [Range(typeof(TimeSpan), "00:15:00", "31.00:00:00", ErrorMessage = "must be from 00:15:00 to 31 days (31.00:00:00).")]
    public required TimeSpan Turn { get; init; }

    public ImmutableArray<DutySubstitute> Substitutes { get; init; } = [];

    public DutyRoster ToRoster() => new(Name, People, FirstAt, Turn, Substitutes);
}
