using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Notify;

/// <summary>Who is told of what, as the configuration states it.</summary>
public sealed class PolicyOptions
{
    /// <summary>How long an incident gathers before it is told; a critical one does not wait.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "must be from 00:00:00 to one hour (01:00:00).")]
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After which those told last are told again; 00:00:00 is never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00", ErrorMessage = "must be from 00:00:00 to seven days (7.00:00:00).")]
    public TimeSpan Repeat { get; init; } = TimeSpan.FromMinutes(30);

    [Range(1, 10_000, ErrorMessage = "must be from 1 to 10000.")]
    public int MostPerTarget { get; init; } = 20;

    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "must be from 00:00:10 to one day (1.00:00:00).")]
    public TimeSpan RateWindow { get; init; } = TimeSpan.FromMinutes(10);

    [MinLength(1, ErrorMessage = "must hold at least one route.")]
    public required ImmutableArray<RouteOptions> Routes { get; init; }

    public NotificationPolicy ToPolicy() => new([.. Routes.Select(route => route.ToRoute())], Wait, Repeat, MostPerTarget, RateWindow);
}
