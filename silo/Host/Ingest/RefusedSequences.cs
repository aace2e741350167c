namespace DcOps.Silo.Host.Ingest;

/// <summary>
/// Sequences of one collector that were refused and have not come again. An owner tells a batch it knows from one it does
/// not by the highest sequence it folded; so while a refused batch is outstanding, no later one may pass it.
/// </summary>
sealed class RefusedSequences(TimeProvider time, TimeSpan givenUpAfter)
{
    readonly SortedDictionary<long, long> _refusedAt = [];

    /// <summary>Whether the batch may go on to its owner; one that may not is remembered as refused.</summary>
    public bool TryPass(long sequence)
    {
        ForgetGivenUp();
        if (_refusedAt.Count == 0)
            return true;

        var lowest = _refusedAt.Keys.First();
        if (sequence > lowest)
        {
            Add(sequence);
            return false;
        }

        _refusedAt.Remove(sequence);
        return true;
    }

    public void Add(long sequence) => _refusedAt[sequence] = time.GetTimestamp();

    // Ordered by sequence: a collector delivers again from the lowest, so what it gave up stands in front.
    void ForgetGivenUp()
    {
        while (_refusedAt.Count > 0)
        {
            var (sequence, refusedAt) = _refusedAt.First();
            if (time.GetElapsedTime(refusedAt) < givenUpAfter)
                return;
            _refusedAt.Remove(sequence);
        }
    }
}
