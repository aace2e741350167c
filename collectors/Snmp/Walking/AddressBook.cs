using System.Collections.Concurrent;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>
/// A profile's instances, each made once for all devices and polls: a poll of forty objects would otherwise build forty
/// strings. Safe for any number of callers.
/// </summary>
sealed class AddressBook
{
    // A family has some hundred instances; a device that invents new ones in every poll must not fill the memory.
    const int MostEntries = 50_000;
    readonly ConcurrentDictionary<ObjectIdentifier, KnownInstance> _entries = new(ObjectIdentifierComparer.Instance);
    readonly ConcurrentDictionary<ObjectIdentifier, KnownInstance>.AlternateLookup<ReadOnlySpan<byte>> _byOctets;
    int _count;

    public AddressBook() => _byOctets = _entries.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <param name="name">Content octets of a well-formed name.</param>
    public KnownInstance Of(ReadOnlySpan<byte> name)
    {
        if (_byOctets.TryGetValue(name, out var known))
            return known;

        known = new(name.ToArray(), ObjectIdentifierOctets.ToDotted(name));
        if (_count < MostEntries && _byOctets.TryAdd(name, known))
            Interlocked.Increment(ref _count);
        return known;
    }
}
