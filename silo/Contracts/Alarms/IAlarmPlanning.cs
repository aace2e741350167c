using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;

namespace DcOps.Contracts.Alarms;

/// <summary>Rules and planned work.</summary>
public interface IAlarmPlanning
{
    /// <summary>Rules in force, by id.</summary>
    Task<ImmutableArray<AlarmRule>> RulesAsync(CancellationToken cancellationToken);

    /// <summary>How often a rule would have fired: asked of history, changes nothing.</summary>
    /// <param name="rule">A section of a rule file with one rule, so that one may be tried before it is in force.</param>
    /// <param name="where">Location path.</param>
    /// <exception cref="FormatException">The text is no rule; the message names key and reason.</exception>
    Task<ImmutableArray<RuleTrial>> TryAsync(
        string rule, string where, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Maintenance windows that are open or may open again.</summary>
    Task<ImmutableArray<PlannedWindow>> WindowsAsync(CancellationToken cancellationToken);

    /// <summary>What a window would cover.</summary>
    Task<WindowMatch> MatchAsync(WindowScope scope, CancellationToken cancellationToken);

    /// <summary>Adds it. Null when it was done, else why not; a window that matches nothing is refused.</summary>
    Task<AlarmText?> PlanAsync(MaintenanceWindow window, CancellationToken cancellationToken);

    /// <summary>Ends it now; what it held and still holds is told. Null when it was done, else why not.</summary>
    Task<AlarmText?> EndAsync(string window, string author, string reason, CancellationToken cancellationToken);
}
