using DcOps.Contracts;
using DcOps.Domain.Telemetry;

namespace DcOps.Silo.Host.Ingest;

/// <summary>How far one collector's batches have come with one owner.</summary>
sealed class CollectorTrack(RefusedSequences refused)
{
    readonly Queue<FoldedBatch> _folded = [];

    /// <summary>Highest sequence that the owner said to have folded.</summary>
    public long FoldedThrough { get; private set; }

    public RefusedSequences Refused => refused;

    public bool IsAwaitingDurability => _folded.Count > 0;

    /// <summary>Takes what a fold answered to the batches sent.</summary>
    public void Folded(CollectorGroup group, FoldReceipt receipt)
    {
        FoldedThrough = receipt.FoldedThrough;
        for (var index = 0; index < group.Sent.Count; index++)
        {
            // Sent in order of sequence, so those that had been folded before stand in front.
            var outcome = index < receipt.Duplicates ? IngestOutcome.Duplicate : IngestOutcome.Stored;
            Await(group.Sent[index], outcome);
        }

        foreach (var batch in group.Again)
            Await(batch, IngestOutcome.Duplicate);
    }

    /// <summary>Answers what is durable now; how many batches that were.</summary>
    public int Answer(long durableThrough)
    {
        var answered = 0;
        while (_folded.TryPeek(out var batch) && batch.Sequence <= durableThrough)
        {
            _folded.Dequeue();
            batch.Delivery.Answer(batch.Index, batch.Outcome);
            answered++;
        }

        return answered;
    }

    /// <summary>The owner remembers no more than this: what it forgot is to be delivered again.</summary>
    public int Forget(long foldedThrough)
    {
        FoldedThrough = foldedThrough;
        var forgotten = 0;
        for (var left = _folded.Count; left > 0; left--)
        {
            var batch = _folded.Dequeue();
            if (batch.Sequence <= foldedThrough)
            {
                _folded.Enqueue(batch);
                continue;
            }

            refused.Add(batch.Sequence);
            batch.Delivery.Answer(batch.Index, IngestOutcome.Unavailable);
            forgotten++;
        }

        return forgotten;
    }

    void Await(QueuedBatch batch, IngestOutcome outcome) =>
        _folded.Enqueue(new(batch.Batch.Sequence, batch.Delivery, batch.Index, outcome));
}
