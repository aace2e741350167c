namespace DcOps.Domain.Alarms.Work;

/// <summary>
/// What the design suppresses now, and what it lets go: the cause must stand and be known, and when it is over those behind it have a
/// minute to recover before they are told by themselves. Keeps only since when causes are over.
/// </summary>
/// <param name="groups">Locations of each group by its name.</param>
public sealed class DesignSuppression(ImmutableArray<DesignRule> rules, IReadOnlyDictionary<string, AlarmScope> groups)
{
    /// <summary>How long what a cause explained may take to recover after it.</summary>
    public static readonly TimeSpan Recovery = TimeSpan.FromSeconds(60);

    const string Mark = "design ";

    readonly Dictionary<string, DateTimeOffset> _overSince = new(StringComparer.Ordinal);

    /// <summary>Whether anything is ever suppressed.</summary>
    public bool IsIdle => rules.IsEmpty;

    /// <summary>Commands by alarm; those for alarms that explain others are never among them.</summary>
    /// <param name="open">Incidents that have a cause.</param>
    /// <param name="standing">Every alarm of the facility that is not normal.</param>
    public ImmutableArray<WindowAction> Actions(IEnumerable<CausedIncident> open, IReadOnlyCollection<Alarm> standing, DateTimeOffset now)
    {
        var look = new DesignLook();
        foreach (var (root, others) in open)
        {
            foreach (var rule in rules)
            {
                if (!rule.InFacility && IsCause(rule, root))
                    look.Hold(rule, $"{Mark}{rule.Id}: {root.Key}", others);
            }
        }

        foreach (var rule in rules)
        {
            if (rule.InFacility)
                Facility(look, rule, standing);
            else if (!rule.Groups.IsEmpty)
                Places(look, rule, standing);
        }

        Release(look, standing, now);
        return look.Actions.ToImmutable();
    }

    static bool IsCause(DesignRule rule, Alarm alarm) =>
        alarm is { IsAbnormal: true, IsDataMissing: false } && rule.Causes.Contains(alarm.Key.Rule, StringComparer.Ordinal);

    static void Facility(DesignLook look, DesignRule rule, IReadOnlyCollection<Alarm> standing)
    {
        var mark = $"{Mark}{rule.Id}";
        if (standing.Any(alarm => (alarm.IsAbnormal || alarm.IsDataMissing) && rule.Unless.Contains(alarm.Key.Rule, StringComparer.Ordinal)))
            look.Break(mark);
        else if (standing.Any(alarm => IsCause(rule, alarm)))
            look.Hold(rule, mark, standing);
    }

    void Places(DesignLook look, DesignRule rule, IReadOnlyCollection<Alarm> standing)
    {
        foreach (var scope in rule.Groups.Select(name => groups.GetValueOrDefault(name)).OfType<AlarmScope>().Where(scope => !scope.IsEverywhere))
        {
            foreach (var place in standing.Where(alarm => scope.Covers(alarm.Key.Location)).GroupBy(alarm => alarm.Key.Location))
                look.Hold(rule, $"{Mark}{rule.Id}: {place.Key.Path}", place);
        }
    }

    void Release(DesignLook look, IReadOnlyCollection<Alarm> standing, DateTimeOffset now)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alarm in standing)
        {
            if (!alarm.Holds.HasFlag(AlarmHolds.SuppressedByDesign) || alarm.Work.HeldBecause is not { } mark || !mark.StartsWith(Mark, StringComparison.Ordinal)
                || look.Holds(mark))
                continue;
            seen.Add(mark);
            if (!_overSince.TryGetValue(mark, out var since))
                _overSince.Add(mark, since = now);
            if (now - since >= Recovery || look.IsBroken(mark))
                look.Actions.Add(new(alarm.Key, alarm.Priority, new AlarmCommand.EndSuppression(mark), mark));
        }

        foreach (var mark in _overSince.Keys.Where(mark => !seen.Contains(mark)).ToList())
            _overSince.Remove(mark);
    }
}
