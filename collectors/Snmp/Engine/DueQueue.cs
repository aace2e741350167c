namespace DcOps.Collectors.Snmp.Engine;

/// <summary>Calls back for each item at its time, on one timer for all of them. Safe for any number of callers.</summary>
sealed class DueQueue<T> : IDisposable
{
    /// <summary>How late a call may be; ten thousand devices then cost no more than a hundred wake-ups a second.</summary>
    static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(10);
    readonly PriorityQueue<T, long> _items = new();
    readonly Lock _lock = new();
    readonly List<T> _batch = [];
    readonly TimeProvider _time;
    readonly Action<T> _due;
    readonly ITimer _timer;
    long _wakeAt = long.MaxValue;
    bool _isFiring;

    /// <param name="due">Called one item after the other, outside every lock.</param>
    public DueQueue(TimeProvider time, Action<T> due)
    {
        _time = time;
        _due = due;
        _timer = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <param name="at">In ticks of <see cref="TimeProvider.GetTimestamp"/>.</param>
    public void Add(T item, long at)
    {
        lock (_lock)
        {
            _items.Enqueue(item, at);
            if (!_isFiring && at < _wakeAt)
                SetTimer(at);
        }
    }

    public void Dispose() => _timer.Dispose();

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

        foreach (var item in _batch)
            _due(item);
        lock (_lock)
        {
            _batch.Clear();
            _isFiring = false;
            if (_items.TryPeek(out _, out var next))
                SetTimer(next);
        }
    }

    void SetTimer(long at)
    {
        _wakeAt = at;
        var wait = _time.GetElapsedTime(_time.GetTimestamp(), at);
        _timer.Change(wait > Grain ? wait : Grain, Timeout.InfiniteTimeSpan);
    }
}
