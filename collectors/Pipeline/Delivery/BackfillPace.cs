namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Spreads a backlog over time, so that what is sent ahead of it and what others send are not crowded out.</summary>
/// <param name="batchesPerSecond">Above zero.</param>
sealed class BackfillPace(int batchesPerSecond, TimeProvider time)
{
    // So much may go at once after a pause: shorter waits would cost more than they spread.
    static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(100);
    DateTimeOffset _nextAt;

    /// <summary>How long to wait before this many batches may go; they count as gone after that.</summary>
    public TimeSpan Take(int batches)
    {
        var now = time.GetUtcNow();
        if (_nextAt < now - Burst)
            _nextAt = now - Burst;
        _nextAt += TimeSpan.FromSeconds((double)batches / batchesPerSecond);
        return _nextAt > now ? _nextAt - now : TimeSpan.Zero;
    }
}
