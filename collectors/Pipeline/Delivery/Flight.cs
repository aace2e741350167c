using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>One delivery that waits for its receipts.</summary>
sealed class Flight(ImmutableArray<OutboxBatch> batches)
{
    volatile bool _hasEnded;

    public ImmutableArray<OutboxBatch> Batches { get; } = batches;

    /// <summary>Those that are to be delivered again; known when the delivery has ended.</summary>
    public ImmutableArray<OutboxBatch> Left { get; private set; } = batches;

    public Task Ended { get; set; } = Task.CompletedTask;

    /// <summary>Whether it is known what is left; true a moment before <see cref="Ended"/> is over.</summary>
    public bool HasEnded => _hasEnded;

    public bool HasFailed => _hasEnded && !Left.IsEmpty;

    /// <summary>Takes the receipts; gives the sequences that are done with.</summary>
    public List<long> Settle(ImmutableArray<IngestReceipt> receipts)
    {
        var settled = receipts.Where(receipt => receipt.Outcome != IngestOutcome.Unavailable)
            .Select(receipt => receipt.Sequence).ToHashSet();
        Left = [.. Batches.Where(batch => !settled.Contains(batch.Batch.Sequence))];
        return [.. settled];
    }

    public void End() => _hasEnded = true;
}
