namespace DcOps.Collectors.Snmp.Engine;

/// <summary>
/// An alarm on a thread of its own, by the system's clock. A hundred calls a second through a timer would each wake two threads of
/// the pool, of which one then spins for more work; this one sleeps.
/// </summary>
sealed class ThreadAlarm : IAlarm
{
    // Never disposed of: whoever sets the alarm last may come after the end.
    readonly AutoResetEvent _changed = new(initialState: false);
    readonly Lock _lock = new();
    readonly Action _ring;
    readonly Thread _thread;
    long _ringAt = long.MaxValue;
    volatile bool _isStopped;

    public ThreadAlarm(string name, Action ring)
    {
        _ring = ring;
        _thread = new(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    public void Set(TimeSpan wait)
    {
        lock (_lock)
            _ringAt = Environment.TickCount64 + (long)Math.Ceiling(wait.TotalMilliseconds);
        if (Thread.CurrentThread != _thread)
            _changed.Set();
    }

    public void Dispose()
    {
        _isStopped = true;
        _changed.Set();
    }

    void Run()
    {
        while (!_isStopped)
        {
            if (IsTime(out var wait))
                _ring();
            else
                _changed.WaitOne(wait);
        }
    }

    bool IsTime(out TimeSpan wait)
    {
        lock (_lock)
        {
            var left = _ringAt == long.MaxValue ? long.MaxValue : _ringAt - Environment.TickCount64;
            wait = left > int.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(left);
            if (left > 0)
                return false;

            _ringAt = long.MaxValue;
            return true;
        }
    }
}
