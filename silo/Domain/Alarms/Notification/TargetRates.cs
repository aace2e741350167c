namespace DcOps.Domain.Alarms.Notification;

/// <summary>What every target was told of late, and what is held back from it, while one plan is made.</summary>
sealed class TargetRates(NotificationPolicy policy, NoticeLog log, DateTimeOffset now, bool isStorm)
{
    static readonly TimeSpan StormPause = TimeSpan.FromMinutes(1);

    readonly Dictionary<string, Rate> _rates = new(StringComparer.Ordinal);

    /// <summary>
    /// When a notice may go to a target; null when it may now. In a storm a target hears of one thing a minute, critical ones within
    /// the limit of the window aside.
    /// </summary>
    public DateTimeOffset? FreeAt(string target, AlarmPriority priority)
    {
        var rate = Of(target);
        var isFull = rate.Sent >= policy.MostPerTarget;
        if (NotificationPolicy.IsUrgent(priority))
            return isStorm && isFull ? now + StormPause : null;
        if (isFull)
            return (rate.LastAt ?? now) + policy.RateWindow;
        return isStorm && rate.LastAt > now - StormPause ? rate.LastAt + StormPause : null;
    }

    /// <summary>Notes one that is held back.</summary>
    public void Hold(string target)
    {
        var rate = Of(target);
        _rates[target] = rate with { HeldBack = rate.HeldBack + 1 };
    }

    public int HeldBack(string target) => Of(target).HeldBack;

    /// <summary>Whether a notice is among those held back since the target's last one.</summary>
    public bool Holds(string target, AlarmId key) => Of(target).Limited.Contains(key);

    /// <summary>Notes one that goes out; tells how many were held back before it.</summary>
    public int Count(string target)
    {
        var rate = Of(target);
        _rates[target] = rate with { Sent = rate.Sent + 1, LastAt = now, HeldBack = 0 };
        return rate.HeldBack;
    }

    Rate Of(string target)
    {
        if (_rates.TryGetValue(target, out var known))
            return known;
        var (sent, lastAt, limited) = log.Of(target, now - policy.RateWindow);
        return _rates[target] = new(sent, lastAt, limited.Length, [.. limited.Select(record => record.Key)]);
    }

    readonly record struct Rate(int Sent, DateTimeOffset? LastAt, int HeldBack, HashSet<AlarmId> Limited);
}
