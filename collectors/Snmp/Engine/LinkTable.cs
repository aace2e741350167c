namespace DcOps.Collectors.Snmp.Engine;

/// <summary>
/// Finds the device that an answer's id belongs to, without a dictionary: the upper bits of every id are the
/// device's place in this table, the lower ones count its questions.
/// </summary>
sealed class LinkTable
{
    const int CountBits = 13;
    const int CountMask = (1 << CountBits) - 1;
    const int MostLinks = 1 << (31 - CountBits);
    readonly Lock _lock = new();
    readonly Stack<int> _free = new();
    AgentLink?[] _links = new AgentLink?[64];
    int _used;

    /// <summary>Null when no device has the place.</summary>
    public AgentLink? Find(int id)
    {
        var links = Volatile.Read(ref _links);
        var slot = id >> CountBits;
        return slot >= 0 && slot < links.Length ? links[slot] : null;
    }

    /// <exception cref="InvalidOperationException">There are more than 262,144 devices.</exception>
    public void Enter(AgentLink link)
    {
        if (link.Slot >= 0)
            return;

        lock (_lock)
        {
            if (!_free.TryPop(out var slot))
                slot = _used++;
            if (slot >= MostLinks)
                throw new InvalidOperationException($"One collector speaks with {MostLinks} devices at most.");
            if (slot >= _links.Length)
                Volatile.Write(ref _links, [.. _links, .. new AgentLink?[_links.Length]]);

            _links[slot] = link;
            link.Slot = slot;
            // A restarted collector must not take the answers to its predecessor's questions.
            link.Questions = Random.Shared.Next();
        }
    }

    public void Leave(AgentLink link)
    {
        lock (_lock)
        {
            if (link.Slot < 0)
                return;

            _links[link.Slot] = null;
            _free.Push(link.Slot);
            link.Slot = -1;
        }
    }

    /// <summary>Gives the link's next question an id of its own, never 0.</summary>
    public static void Renumber(AgentLink link)
    {
        var count = ++link.Questions & CountMask;
        if (link.Slot == 0 && count == 0)
            count = ++link.Questions & CountMask;
        link.RequestId = (link.Slot << CountBits) | count;
    }
}
