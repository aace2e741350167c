using System.Collections.Concurrent;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Engine;

/// <summary>Walks for the devices that are being polled at this moment; the others hold none.</summary>
sealed class WalkPool
{
    readonly ConcurrentStack<PollWalk> _idle = new();

    public PollWalk Rent() => _idle.TryPop(out var walk) ? walk : new();

    public void Return(PollWalk walk) => _idle.Push(walk);
}
