namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>Batches that were handed out for delivery, in order of sequence, until their receipts are back in whatever order.</summary>
sealed class HandedBatches
{
    // A ring whose length is a power of two; the oldest stands at _first.
    Handed[] _ring = new Handed[256];
    int _first;
    int _count;

    /// <summary>How many have no receipt.</summary>
    public int Open { get; private set; }

    /// <summary>When the oldest batch without receipt was collected; null when there is none.</summary>
    public DateTimeOffset? OldestAt => _count == 0 ? null : At(0).CollectedAt;

    /// <param name="batch">Of a higher sequence than those before.</param>
    public void Add(OutboxBatch batch)
    {
        if (_count == _ring.Length)
            Grow();
        _count++;
        At(_count - 1) = new(batch.Batch.Sequence, batch.Batch.CollectedAt, IsSettled: false);
        Open++;
    }

    /// <summary>Whether the batch was open until now.</summary>
    public bool Settle(long sequence)
    {
        if (PlaceOf(sequence) is not { } place || At(place).IsSettled)
            return false;

        At(place) = At(place) with { IsSettled = true };
        Open--;
        return true;
    }

    /// <summary>Forgets the settled ones in front; the sequence of the last, or null when the first is still open.</summary>
    public long? Advance()
    {
        long? through = null;
        for (; _count > 0 && At(0).IsSettled; _count--)
        {
            through = At(0).Sequence;
            _first = (_first + 1) & (_ring.Length - 1);
        }

        return through;
    }

    ref Handed At(int place) => ref _ring[(_first + place) & (_ring.Length - 1)];

    // Numbers are consecutive, except where batches were lost: mostly the first look finds it.
    int? PlaceOf(long sequence)
    {
        var (low, high) = (0, _count - 1);
        var place = _count == 0 ? 0 : (int)Math.Clamp(sequence - At(0).Sequence, 0, high);
        while (low <= high)
        {
            if (At(place).Sequence == sequence)
                return place;
            if (At(place).Sequence < sequence)
                low = place + 1;
            else
                high = place - 1;
            place = (low + high) / 2;
        }

        return null;
    }

    void Grow()
    {
        var larger = new Handed[2 * _ring.Length];
        for (var place = 0; place < _count; place++)
            larger[place] = At(place);
        (_ring, _first) = (larger, 0);
    }

    readonly record struct Handed(long Sequence, DateTimeOffset CollectedAt, bool IsSettled);
}
