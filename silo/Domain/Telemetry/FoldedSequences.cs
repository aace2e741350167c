namespace DcOps.Domain.Telemetry;

/// <summary>What was folded of each collector: batches come in order of sequence, so one number each says it.</summary>
sealed class FoldedSequences
{
    readonly Dictionary<string, long> _last = new(StringComparer.Ordinal);

    public FoldedSequences(ImmutableArray<CollectorSequence> saved)
    {
        foreach (var (collector, sequence) in saved.IsDefault ? [] : saved)
            _last[collector] = sequence;
    }

    /// <summary>0 when nothing of the collector was folded.</summary>
    public long Last(string collector) => _last.GetValueOrDefault(collector);

    /// <summary>Notes the batch as folded; false when it had been.</summary>
    public bool TryAdvance(ReadingBatch batch)
    {
        if (batch.Sequence <= Last(batch.Collector))
            return false;

        _last[batch.Collector] = batch.Sequence;
        return true;
    }

    public ImmutableArray<CollectorSequence> Save() =>
        [.. _last.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new CollectorSequence(entry.Key, entry.Value))];
}
