namespace DcOps.Benchmarks.AlarmLatency;

/// <summary>One value that crosses the limit.</summary>
/// <param name="Started">Timestamp at which it was handed to the collector's queue and exposed to Prometheus.</param>
/// <param name="At">The same by the clock: the reading's own time.</param>
sealed record Probe(string Place, long Started, DateTimeOffset At)
{
    /// <summary>Until the page held the alarm.</summary>
    public double? OursMilliseconds { get; set; }

    /// <summary>Until Alertmanager's receiver was told; null while it was not.</summary>
    public double? PairMilliseconds { get; set; }
}
