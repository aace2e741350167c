using DcOps.Collectors.Snmp.Events;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>
/// Knows what has just been told: a condition that is told again within five minutes is one event, until it ends.
/// Not safe for two callers at once.
/// </summary>
sealed class RecentEvents(TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    const int MostSubjects = 100_000;
    readonly Dictionary<string, (EventTransition Transition, EventLevel Level, long At)> _last = new(StringComparer.Ordinal);

    /// <returns>False when the same has been told within the window: nothing new.</returns>
    public bool IsNew(string subject, EventTransition transition, EventLevel level)
    {
        var now = time.GetTimestamp();
        if (_last.TryGetValue(subject, out var last) && last.Transition == transition && last.Level == level
            && time.GetElapsedTime(last.At, now) < Window)
            return false;

        if (_last.Count >= MostSubjects)
            ForgetOld(now);
        _last[subject] = (transition, level, now);
        return true;
    }

    /// <summary>The event could not be kept: when it is told again, it is new.</summary>
    public void Forget(string subject) => _last.Remove(subject);

    void ForgetOld(long now)
    {
        foreach (var (subject, last) in _last)
        {
            if (time.GetElapsedTime(last.At, now) >= Window)
                _last.Remove(subject);
        }

        // As many different events within five minutes as no province has: begin anew rather than grow.
        if (_last.Count >= MostSubjects)
            _last.Clear();
    }
}
