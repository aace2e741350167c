using DcOps.Contracts;
using DcOps.Domain.Telemetry;

namespace DcOps.Grains.Tests.Ingest;

/// <summary>An owner whose memory, durability and silence the test decides.</summary>
sealed class FakeOwner : IReadingOwner
{
    readonly Dictionary<string, long> _folded = new(StringComparer.Ordinal);

    /// <summary>Every call's sequences, in the order of calls.</summary>
    public List<long[]> Calls { get; } = [];

    public long Durable { get; set; }

    /// <summary>Thrown instead of folding.</summary>
    public Exception? Fault { get; set; }

    /// <summary>When set, folds answer only once it is completed.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>As a restart does: what was not durable is forgotten.</summary>
    public void Restart(string collector) => _folded[collector] = Durable;

    public async ValueTask<FoldReceipt> Fold(string collector, long after, ImmutableArray<ReadingBatch> batches)
    {
        Calls.Add([.. batches.Select(batch => batch.Sequence)]);
        if (Fault is not null)
            throw Fault;
        if (Hold is not null)
            await Hold.Task;

        var known = _folded.GetValueOrDefault(collector);
        if (known < after)
            return new(known, Math.Min(Durable, known), 0);

        var duplicates = batches.Count(batch => batch.Sequence <= known);
        _folded[collector] = Math.Max(known, batches[^1].Sequence);
        return new(_folded[collector], Math.Min(Durable, _folded[collector]), duplicates);
    }

    public ValueTask<long> DurableThrough(string collector) => ValueTask.FromResult(Math.Min(Durable, _folded.GetValueOrDefault(collector)));
}
