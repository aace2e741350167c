namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>
/// Spreads a backlog over time, so that what is sent ahead of it and what others send are not crowded out. It never holds
/// below twice what comes in meanwhile: else a backlog would grow for ever.
/// </summary>
/// <param name="batchesPerSecond">Above zero.</param>
sealed class BackfillPace(int batchesPerSecond, TimeProvider time)
{
    // So much may go at once after a pause: shorter waits would cost more than they spread.
    static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Measured = TimeSpan.FromSeconds(1);
    DateTimeOffset _nextAt;
    DateTimeOffset _measuredAt;
    long _measuredArrivals;
    double _rate = batchesPerSecond;

    /// <summary>How long to wait before this many batches may go; they count as gone after that.</summary>
    /// <param name="arrivals">Batches that ever came into the queue.</param>
    public TimeSpan Take(int batches, long arrivals)
    {
        var now = time.GetUtcNow();
        Measure(now, arrivals);
        if (_nextAt < now - Burst)
            _nextAt = now - Burst;
        _nextAt += TimeSpan.FromSeconds(batches / _rate);
        return _nextAt > now ? _nextAt - now : TimeSpan.Zero;
    }

    void Measure(DateTimeOffset now, long arrivals)
    {
        var elapsed = now - _measuredAt;
        if (elapsed < Measured)
            return;

        // After a pause the mean says nothing of now.
        _rate = elapsed < 10 * Measured ? Math.Max(batchesPerSecond, 2 * (arrivals - _measuredArrivals) / elapsed.TotalSeconds) : batchesPerSecond;
        (_measuredAt, _measuredArrivals) = (now, arrivals);
    }
}
