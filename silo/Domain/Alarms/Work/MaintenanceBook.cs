using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Work;

/// <summary>
/// The maintenance windows and when the flexible ones began. Says why an alarm that is being raised is held, and what must be
/// done to those that stand when a window opens or is over. Pure but for the triggers, which are saved.
/// </summary>
public sealed class MaintenanceBook(
    ImmutableArray<MaintenanceWindow> windows, IReadOnlyDictionary<string, AlarmScope> groups, BusinessCalendar calendar)
{
    const string Mark = "maintenance ";

    readonly Dictionary<string, DateTimeOffset> _triggers = new(StringComparer.Ordinal);

    public ImmutableArray<MaintenanceWindow> Windows => windows;

    /// <summary>When each flexible window began, by its id; what must survive.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Triggers
    {
        get => _triggers.ToImmutableDictionary();
        init => _triggers = new(value, StringComparer.Ordinal);
    }

    /// <summary>Why an alarm that is raised now is not annunciated; null when nothing holds it. The first problem begins a flexible window.</summary>
    public string? HoldOf(AlarmKey key, DateTimeOffset at)
    {
        foreach (var window in windows)
        {
            if (!window.Scope.Covers(key, groups) || OpenAt(window, at) is null)
                continue;
            if (window.Schedule is WindowSchedule.Flexible)
                _triggers.TryAdd(window.Id, at);
            return Mark + window.Id;
        }

        return null;
    }

    /// <summary>
    /// What to do now: alarms that stand when a window opens are held; what a window that is over held comes back, and is told
    /// where it still holds, since the condition alone decides.
    /// </summary>
    public ImmutableArray<WindowAction> Actions(IEnumerable<Alarm> standing, DateTimeOffset now)
    {
        var actions = ImmutableArray.CreateBuilder<WindowAction>();
        foreach (var alarm in standing)
        {
            var holder = HolderOf(alarm);
            if (holder is not null)
            {
                var window = windows.FirstOrDefault(candidate => candidate.Id == holder);
                if (window is null || OpenAt(window, now) is null)
                    actions.Add(new(alarm.Key, alarm.Priority, new AlarmCommand.EndSuppression(Mark + holder), holder));
            }
            else if (alarm is { IsAbnormal: true, Holds: AlarmHolds.None } && HoldOf(alarm.Key, now) is { } reason)
            {
                actions.Add(new(alarm.Key, alarm.Priority, new AlarmCommand.Suppress(reason), reason[Mark.Length..]));
            }
        }

        return actions.ToImmutable();
    }

    /// <summary>Id of the window that holds an alarm; null when none does.</summary>
    public static string? HolderOf(Alarm alarm) =>
        alarm.Holds.HasFlag(AlarmHolds.SuppressedByDesign) && alarm.Work.HeldBecause is { } because
        && because.StartsWith(Mark, StringComparison.Ordinal)
            ? because[Mark.Length..]
            : null;

    BusinessPeriod? OpenAt(MaintenanceWindow window, DateTimeOffset at) =>
        window.Schedule.OpenAt(at, _triggers.TryGetValue(window.Id, out var began) ? began : null, calendar);
}
