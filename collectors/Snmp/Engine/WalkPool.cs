using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Engine;

/// <summary>Walks for the devices that are being polled at this moment; the others hold none.</summary>
sealed class WalkPool
{
    readonly Lock _lock = new();
    readonly Stack<PollWalk> _idle = new();

    /// <summary>The one that was used last: it is still in the cache.</summary>
    public PollWalk Rent()
    {
        lock (_lock)
            return _idle.TryPop(out var walk) ? walk : new();
    }

    public void Return(PollWalk walk)
    {
        lock (_lock)
            _idle.Push(walk);
    }
}
