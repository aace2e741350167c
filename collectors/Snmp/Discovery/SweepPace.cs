namespace DcOps.Collectors.Snmp.Discovery;

/// <summary>Lets questions go one after the other, evenly, so many a second and no more. Safe for any number of callers.</summary>
sealed class SweepPace(double rate, TimeProvider time)
{
    readonly Lock _lock = new();
    readonly TimeSpan _gap = TimeSpan.FromSeconds(1 / rate);
    long _nextAt = time.GetTimestamp();

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetTimestamp();
            // Time that nobody used is not saved up: that would be a burst.
            var mine = Math.Max(now, _nextAt);
            _nextAt = mine + (long)(_gap.TotalSeconds * time.TimestampFrequency);
            wait = time.GetElapsedTime(now, mine);
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }
}
