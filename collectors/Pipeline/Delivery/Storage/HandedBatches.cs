namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>Batches that were handed out for delivery, in order of sequence, until their receipts are back in whatever order.</summary>
sealed class HandedBatches
{
    readonly Queue<Handed> _order = new();
    readonly Dictionary<long, Handed> _open = [];

    public int Open => _open.Count;

    /// <summary>When the oldest batch without receipt was collected; null when there is none.</summary>
    public DateTimeOffset? OldestAt => _order.TryPeek(out var oldest) ? oldest.CollectedAt : null;

    public void Add(OutboxBatch batch)
    {
        var handed = new Handed(batch.Batch.Sequence, batch.Batch.CollectedAt);
        _order.Enqueue(handed);
        _open.Add(handed.Sequence, handed);
    }

    /// <summary>Whether the batch was open until now.</summary>
    public bool Settle(long sequence)
    {
        if (!_open.Remove(sequence, out var handed))
            return false;

        handed.IsSettled = true;
        return true;
    }

    /// <summary>Forgets the settled ones in front; the sequence of the last, or null when the first is still open.</summary>
    public long? Advance()
    {
        long? through = null;
        while (_order.TryPeek(out var oldest) && oldest.IsSettled)
            through = _order.Dequeue().Sequence;
        return through;
    }

    sealed class Handed(long sequence, DateTimeOffset collectedAt)
    {
        public long Sequence { get; } = sequence;

        public DateTimeOffset CollectedAt { get; } = collectedAt;

        public bool IsSettled { get; set; }
    }
}
