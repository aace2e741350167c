namespace DcOps.Collectors.Snmp.Engine;

/// <summary>An alarm on a clock's own timer, and so on whatever thread the clock calls on.</summary>
sealed class TimerAlarm(TimeProvider time, Action ring) : IAlarm
{
    readonly ITimer _timer = time.CreateTimer(_ => ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Set(TimeSpan wait) => _timer.Change(wait, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();
}
