namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Batches on their way out: read in order by one reader, settled in any order.</summary>
public interface IBatchQueue
{
    /// <summary>Batches that ever came in.</summary>
    long Arrivals { get; }

    /// <summary>Hands out the next batches, in order of sequence; waits for the first.</summary>
    ValueTask<ImmutableArray<OutboxBatch>> ReadAsync(int mostBatches, int mostBytes, CancellationToken cancellationToken);

    /// <summary>Forgets batches whose receipts are back.</summary>
    void Settle(IEnumerable<long> sequences);

    /// <summary>Says since when the oldest batch was collected that was read and is not on its way; null when all are.</summary>
    void Hold(DateTimeOffset? since);
}
