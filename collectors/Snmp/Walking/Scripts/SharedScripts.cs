using System.Collections.Concurrent;

namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>The scripts of one plan, each kept once for all devices. Safe for any number of callers.</summary>
sealed class SharedScripts
{
    /// <summary>Beyond, devices are walked: a family has some dozens of shapes.</summary>
    const int Most = 2_000;

    readonly ConcurrentDictionary<PollScript, PollScript> _scripts = new();
    int _count;

    /// <summary>Null when there are too many.</summary>
    public PollScript? Same(PollScript script)
    {
        if (_scripts.TryGetValue(script, out var known))
            return known;
        if (Volatile.Read(ref _count) >= Most)
            return null;

        known = _scripts.GetOrAdd(script, script);
        if (ReferenceEquals(known, script))
            Interlocked.Increment(ref _count);
        return known;
    }
}
