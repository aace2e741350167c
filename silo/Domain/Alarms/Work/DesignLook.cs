namespace DcOps.Domain.Alarms.Work;

/// <summary>One look at what the design suppresses: marks that hold, marks that are broken off, and what is asked for.</summary>
sealed class DesignLook
{
    readonly HashSet<string> _holding = new(StringComparer.Ordinal);
    readonly HashSet<string> _broken = new(StringComparer.Ordinal);
    readonly HashSet<AlarmKey> _asked = [];

    public ImmutableArray<WindowAction>.Builder Actions { get; } = ImmutableArray.CreateBuilder<WindowAction>();

    public bool Holds(string mark) => _holding.Contains(mark);

    public bool IsBroken(string mark) => _broken.Contains(mark);

    /// <summary>What the mark holds is let go without a minute to recover.</summary>
    public void Break(string mark) => _broken.Add(mark);

    /// <summary>What the mark holds stays held, and the others that it covers are asked for.</summary>
    public void Hold(DesignRule rule, string mark, IEnumerable<Alarm> others)
    {
        _holding.Add(mark);
        foreach (var other in others)
        {
            if (other is { IsAbnormal: true, Holds: AlarmHolds.None } && rule.Suppresses.Contains(other.Key.Rule, StringComparer.Ordinal)
                && _asked.Add(other.Key))
                Actions.Add(new(other.Key, other.Priority, new AlarmCommand.Suppress(mark), rule.Id));
        }
    }
}
