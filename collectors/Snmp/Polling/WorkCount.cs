namespace DcOps.Collectors.Snmp.Polling;

/// <summary>Counts what is under way, and lets an end wait for it.</summary>
sealed class WorkCount
{
    readonly Lock _lock = new();
    TaskCompletionSource? _idle;
    int _count;
    bool _isClosed;

    /// <returns>False when nothing may begin any more.</returns>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (!_isClosed)
                _count++;
            return !_isClosed;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (--_count > 0)
                return;

            _idle?.SetResult();
            _idle = null;
        }
    }

    /// <summary>Completes when nothing is under way.</summary>
    public Task IdleAsync()
    {
        lock (_lock)
        {
            if (_count == 0)
                return Task.CompletedTask;

            _idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    /// <summary>Lets nothing begin any more; completes when nothing is under way.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
            _isClosed = true;
        return IdleAsync();
    }
}
