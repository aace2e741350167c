using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Notify;

/// <summary>One way from an incident to people, as the configuration states it.</summary>
public sealed class RouteOptions
{
    /// <summary>Part of every notice's identity: a renamed route tells anew.</summary>
    [Required]
    public required string Name { get; init; }

    /// <summary>Least urgent priority that it takes.</summary>
    public AlarmPriority From { get; init; } = AlarmPriority.Major;

    public AlarmScope Where { get; init; } = new();

    /// <summary>When it works; always when left out.</summary>
    public LocalHours? Hours { get; init; }

    [MinLength(1, ErrorMessage = "must hold at least one step.")]
    public required ImmutableArray<StepOptions> Steps { get; init; }

    public bool TellsReturn { get; init; } = true;

    public NotificationRoute ToRoute() => new(Name, From, Where, Hours, [.. Steps.Select(step => new EscalationStep(step.After, step.Roster, step.Targets))], TellsReturn);
}
