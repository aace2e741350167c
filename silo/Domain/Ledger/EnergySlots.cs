namespace DcOps.Domain.Ledger;

/// <summary>Slots of one length, ordered by start, each start once; nearly always touched at the end.</summary>
sealed class EnergySlots
{
    readonly List<EnergySlot> _slots;

    public EnergySlots() => _slots = [];

    public EnergySlots(ImmutableArray<EnergySlot> saved) => _slots = saved.IsDefault ? [] : [.. saved];

    public int Count => _slots.Count;

    public EnergySlot this[int index]
    {
        get => _slots[index];
        set => _slots[index] = value;
    }

    public bool TryGet(DateTimeOffset from, out EnergySlot slot)
    {
        var index = IndexOf(from);
        slot = index >= 0 ? _slots[index] : default;
        return index >= 0;
    }

    /// <summary>The slot of the interval, or an empty one of so many expected meters.</summary>
    public EnergySlot GetOrEmpty(DateTimeOffset from, int expected) =>
        TryGet(from, out var slot) ? slot : EnergySlot.Empty(from, expected);

    public void Put(in EnergySlot slot)
    {
        var index = IndexOf(slot.From);
        if (index >= 0)
            _slots[index] = slot;
        else
            _slots.Insert(~index, slot);
    }

    public void Remove(DateTimeOffset from)
    {
        var index = IndexOf(from);
        if (index >= 0)
            _slots.RemoveAt(index);
    }

    /// <summary>Forgets the intervals that begin before the instant.</summary>
    public void Trim(DateTimeOffset before)
    {
        if (_slots.Count == 0 || _slots[0].From >= before)
            return;

        var index = IndexOf(before);
        _slots.RemoveRange(0, index >= 0 ? index : ~index);
    }

    public ImmutableArray<EnergySlot> Save() => [.. _slots];

    /// <summary>Index of the interval; where it is absent, the complement of where it belongs.</summary>
    public int IndexOf(DateTimeOffset from)
    {
        var low = 0;
        var high = _slots.Count - 1;
        if (high >= 0 && _slots[high].From <= from)
            return _slots[high].From == from ? high : ~(high + 1);

        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = _slots[middle].From.CompareTo(from);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
