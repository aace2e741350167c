namespace DcOps.Grains.Owners;

/// <summary>Sequences of one collector in the journal's records of one owner.</summary>
sealed class JournaledSequences
{
    readonly Queue<(long Sequence, long Position, long Basis)> _underWay = [];
    long _durable;

    public void Appended(long sequence, long position, long basis) => _underWay.Enqueue((sequence, position, basis));

    /// <summary>The sequence was read from a durable record.</summary>
    public void Known(long sequence) => _durable = Math.Max(_durable, sequence);

    /// <param name="position">Up to where the journal is durable.</param>
    /// <param name="image">Version of the newest durable image.</param>
    public long DurableThrough(long position, long image)
    {
        while (_underWay.TryPeek(out var oldest) && oldest.Position <= position && oldest.Basis <= image)
            _durable = _underWay.Dequeue().Sequence;
        return _durable;
    }
}
