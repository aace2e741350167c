using System.Runtime.InteropServices;
using DcOps.Domain.Telemetry;

namespace DcOps.Silo.Host.Ingest;

/// <summary>One delivery on its way: completes when every batch has its outcome.</summary>
sealed class Delivery
{
    readonly TaskCompletionSource<ImmutableArray<IngestReceipt>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly IngestReceipt[] _receipts;
    readonly bool[] _answered;
    int _open;

    /// <param name="startedAt">Timestamp of the clock.</param>
    public Delivery(ImmutableArray<ReadingBatch> batches, long startedAt)
    {
        StartedAt = startedAt;
        _open = batches.Length;
        _answered = new bool[batches.Length];
        _receipts = new IngestReceipt[batches.Length];
        for (var index = 0; index < batches.Length; index++)
            _receipts[index] = new(batches[index].Collector, batches[index].Sequence, IngestOutcome.Unavailable);
        if (_open == 0)
            _completion.SetResult([]);
    }

    public long StartedAt { get; }

    public Task<ImmutableArray<IngestReceipt>> Completion => _completion.Task;

    /// <summary>The first answer to a batch stands.</summary>
    public void Answer(int index, IngestOutcome outcome)
    {
        lock (_receipts)
        {
            if (_answered[index])
                return;

            _answered[index] = true;
            _receipts[index] = _receipts[index] with { Outcome = outcome };
            if (--_open > 0)
                return;
        }

        _completion.TrySetResult(ImmutableCollectionsMarshal.AsImmutableArray(_receipts));
    }

    /// <summary>Answers what is still open as unavailable; how many batches that were.</summary>
    public int Expire()
    {
        int open;
        lock (_receipts)
        {
            open = _open;
            Array.Fill(_answered, true);
            _open = 0;
        }

        if (open > 0)
            _completion.TrySetResult(ImmutableCollectionsMarshal.AsImmutableArray(_receipts));
        return open;
    }
}
