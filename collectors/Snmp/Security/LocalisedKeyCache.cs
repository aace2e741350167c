using System.Collections.Concurrent;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>
/// One user's keys by engine: a device that is met again, and every notification of it, costs a look-up instead of hashes.
/// Holds engines that have proven themselves alone, so that made-up ids cannot push real ones out. Safe for any number of callers.
/// </summary>
sealed class LocalisedKeyCache
{
    /// <summary>More than a collector has devices; beyond, all are forgotten and worked out again as they are met.</summary>
    public const int MostEngines = 65_536;

    readonly ConcurrentDictionary<byte[], LocalisedKeys> _keys = new(EngineIdComparer.Instance);
    readonly ConcurrentDictionary<byte[], LocalisedKeys>.AlternateLookup<ReadOnlySpan<byte>> _byOctets;
    int _count;

    public LocalisedKeyCache() => _byOctets = _keys.GetAlternateLookup<ReadOnlySpan<byte>>();

    public int Count => Volatile.Read(ref _count);

    /// <summary>Null when the engine has not proven itself yet.</summary>
    public LocalisedKeys? Find(ReadOnlySpan<byte> engineId) => _byOctets.TryGetValue(engineId, out var keys) ? keys : null;

    /// <summary>Keeps the keys by which a message of this engine has just been proven.</summary>
    public void Keep(ReadOnlySpan<byte> engineId, LocalisedKeys keys)
    {
        if (_byOctets.ContainsKey(engineId))
            return;

        if (Count >= MostEngines)
        {
            _keys.Clear();
            Volatile.Write(ref _count, 0);
        }

        if (_byOctets.TryAdd(engineId, keys))
            Interlocked.Increment(ref _count);
    }
}
