namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>Unread batches that are in memory too, oldest first.</summary>
sealed class DeliveryWindow(int mostBytes)
{
    readonly Queue<OutboxBatch> _batches = new();
    long _bytes;

    /// <summary>When the oldest was collected; null when there is none.</summary>
    public DateTimeOffset? OldestAt => _batches.TryPeek(out var oldest) ? oldest.Batch.CollectedAt : null;

    /// <summary>False when there is no room.</summary>
    public bool TryAdd(OutboxBatch batch)
    {
        if (_bytes + batch.Bytes > mostBytes)
            return false;

        _batches.Enqueue(batch);
        _bytes += batch.Bytes;
        return true;
    }

    public void Take(int mostBatches, int most, ImmutableArray<OutboxBatch>.Builder taken)
    {
        for (var bytes = 0; taken.Count < mostBatches && bytes < most && _batches.TryDequeue(out var batch); bytes += batch.Bytes)
        {
            _bytes -= batch.Bytes;
            taken.Add(batch);
        }
    }
}
