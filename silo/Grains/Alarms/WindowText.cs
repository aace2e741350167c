using DcOps.Domain.Alarms.Work;

namespace DcOps.Grains.Alarms;

/// <summary>A maintenance window as the archive and the files of the configuration have it: one of three schedules is stated.</summary>
public sealed record WindowText
{
    public required string Id { get; init; }

    /// <summary>Facilities, rooms or racks by the beginning of their paths.</summary>
    public ImmutableArray<string> Locations { get; init; } = [];

    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Every rule when empty.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    public WindowSchedule.Fixed? Fixed { get; init; }

    public WindowSchedule.Flexible? Flexible { get; init; }

    public WindowSchedule.Recurring? Recurring { get; init; }

    public required string Author { get; init; }

    public required string Reason { get; init; }

    /// <summary>When a person ended it; null while nobody did.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public static WindowText Of(MaintenanceWindow window) => new()
    {
        Id = window.Id,
        Locations = window.Scope.Locations,
        Groups = window.Scope.Groups,
        Rules = window.Scope.Rules,
        Fixed = window.Schedule as WindowSchedule.Fixed,
        Flexible = window.Schedule as WindowSchedule.Flexible,
        Recurring = window.Schedule as WindowSchedule.Recurring,
        Author = window.Author,
        Reason = window.Reason,
    };

    /// <exception cref="FormatException">None of the schedules is stated.</exception>
    public MaintenanceWindow ToWindow() => new(
        Id, new(Locations, Groups, Rules),
        (WindowSchedule?)Fixed ?? (WindowSchedule?)Flexible ?? Recurring ?? throw new FormatException($"Window '{Id}' has no schedule."),
        Author, Reason);
}
