namespace DcOps.Collectors.Snmp.Engine;

/// <summary>Calls back with the items whose time has come, on one alarm for all of them. Safe for any number of callers.</summary>
sealed class DueQueue<T> : IDisposable
{
    /// <summary>How late a call may be; ten thousand devices then cost no more than forty wake-ups a second.</summary>
    static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(25);
    readonly PriorityQueue<T, long> _items = new();
    readonly Lock _lock = new();
    readonly List<T> _batch = [];
    readonly TimeProvider _time;
    readonly Action<IReadOnlyList<T>> _due;
    readonly IAlarm _alarm;
    long _wakeAt = long.MaxValue;
    bool _isFiring;

    /// <param name="name">Of the thread that calls, where the clock is the system's.</param>
    /// <param name="due">Called outside every lock, never twice at once; the list is valid during the call only.</param>
    public DueQueue(TimeProvider time, string name, Action<IReadOnlyList<T>> due)
    {
        _time = time;
        _due = due;
        _alarm = time == TimeProvider.System ? new ThreadAlarm(name, Fire) : new TimerAlarm(time, Fire);
    }

    /// <param name="at">In ticks of <see cref="TimeProvider.GetTimestamp"/>.</param>
    public void Add(T item, long at)
    {
        lock (_lock)
        {
            _items.Enqueue(item, at);
            if (!_isFiring && at < _wakeAt)
                SetAlarm(at);
        }
    }

    public void Dispose() => _alarm.Dispose();

    void Fire()
    {
        lock (_lock)
        {
            if (_isFiring)
                return;

            _isFiring = true;
            _wakeAt = long.MaxValue;
            var now = _time.GetTimestamp();
            while (_items.TryPeek(out _, out var at) && at <= now)
                _batch.Add(_items.Dequeue());
        }

        if (_batch.Count > 0)
            _due(_batch);
        lock (_lock)
        {
            _batch.Clear();
            _isFiring = false;
            if (_items.TryPeek(out _, out var next))
                SetAlarm(next);
        }
    }

    void SetAlarm(long at)
    {
        _wakeAt = at;
        var wait = _time.GetElapsedTime(_time.GetTimestamp(), at);
        _alarm.Set(wait > Grain ? wait : Grain);
    }
}
