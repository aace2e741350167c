namespace DcOps.Domain.Alarms.Work;

/// <summary>
/// What the design suppresses now, and what it lets go: the cause must stand and be known, and when it is over those behind it have a
/// minute to recover before they are told by themselves. Keeps only since when causes are over.
/// </summary>
public sealed class DesignSuppression(ImmutableArray<DesignRule> rules)
{
    /// <summary>How long what a cause explained may take to recover after it.</summary>
    public static readonly TimeSpan Recovery = TimeSpan.FromSeconds(60);

    const string Mark = "design ";

    readonly Dictionary<string, DateTimeOffset> _overSince = new(StringComparer.Ordinal);

    /// <summary>Whether anything is ever suppressed.</summary>
    public bool IsIdle => rules.IsEmpty;

    /// <summary>Commands by alarm; those for alarms that explain others are never among them.</summary>
    /// <param name="open">Incidents that have a cause.</param>
    /// <param name="standing">Every alarm that is not normal.</param>
    public ImmutableArray<WindowAction> Actions(IEnumerable<CausedIncident> open, IEnumerable<Alarm> standing, DateTimeOffset now)
    {
        var actions = ImmutableArray.CreateBuilder<WindowAction>();
        var holding = new HashSet<string>(StringComparer.Ordinal);
        var asked = new HashSet<AlarmKey>();
        foreach (var (root, others) in open)
        {
            if (root is not { IsAbnormal: true, IsDataMissing: false })
                continue;
            foreach (var rule in rules)
            {
                if (!rule.Causes.Contains(root.Key.Rule, StringComparer.Ordinal))
                    continue;
                var mark = MarkOf(rule, root);
                holding.Add(mark);
                foreach (var other in others)
                {
                    if (other is { IsAbnormal: true, Holds: AlarmHolds.None } && rule.Suppresses.Contains(other.Key.Rule, StringComparer.Ordinal)
                        && asked.Add(other.Key))
                        actions.Add(new(other.Key, other.Priority, new AlarmCommand.Suppress(mark), rule.Id));
                }
            }
        }

        Release(standing, holding, now, actions);
        return actions.ToImmutable();
    }

    void Release(IEnumerable<Alarm> standing, HashSet<string> holding, DateTimeOffset now, ImmutableArray<WindowAction>.Builder actions)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alarm in standing)
        {
            if (!alarm.Holds.HasFlag(AlarmHolds.SuppressedByDesign) || alarm.Work.HeldBecause is not { } mark || !mark.StartsWith(Mark, StringComparison.Ordinal)
                || holding.Contains(mark))
                continue;
            seen.Add(mark);
            if (!_overSince.TryGetValue(mark, out var since))
                _overSince.Add(mark, since = now);
            if (now - since >= Recovery)
                actions.Add(new(alarm.Key, alarm.Priority, new AlarmCommand.EndSuppression(mark), mark));
        }

        foreach (var mark in _overSince.Keys.Where(mark => !seen.Contains(mark)).ToList())
            _overSince.Remove(mark);
    }

    static string MarkOf(DesignRule rule, Alarm root) => $"{Mark}{rule.Id}: {root.Key}";
}
