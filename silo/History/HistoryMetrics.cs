using Prometheus;

namespace DcOps.History;

/// <summary>What history says about itself; each series stands in docs/metrics.md.</summary>
public sealed class HistoryMetrics
{
    readonly Counter _points;

    public HistoryMetrics(CollectorRegistry registry)
    {
        var metrics = Metrics.WithCustomRegistry(registry);
        _points = metrics.CreateCounter("dcops_history_points_total", "Rows by what became of them.", "outcome");
        Written = _points.WithLabels("written");
        Spooled = _points.WithLabels("spooled");
        Refused = _points.WithLabels("refused");
        Overflowed = _points.WithLabels("overflowed");
        Expired = _points.WithLabels("expired");
        WriteSeconds = metrics.CreateHistogram(
            "dcops_history_write_duration_seconds", "Time of one write to the store, failed ones included.",
            new HistogramConfiguration { Buckets = Histogram.ExponentialBuckets(0.001, 2, 15) });
        BufferRows = metrics.CreateGauge("dcops_history_buffer_rows", "Rows offered and not yet written or spooled.");
        SpoolRows = metrics.CreateGauge("dcops_history_spool_rows", "Rows on disk that the store does not have yet.");
        SpoolBytes = metrics.CreateGauge("dcops_history_spool_bytes", "Size of the spool on disk.");
        SpoolAgeSeconds = metrics.CreateGauge("dcops_history_spool_age_seconds", "Age of the oldest spooled row; 0 when there is none.");
        SpoolCorruptBytes = metrics.CreateCounter("dcops_history_spool_corrupt_bytes_total", "Bytes of the spool that could not be read back.");
        StoreUp = metrics.CreateGauge("dcops_history_store_up", "1 when the last write reached the store, else 0.");
    }

    public Counter.Child Written { get; }

    public Counter.Child Spooled { get; }

    /// <summary>Rows that the store will never take.</summary>
    public Counter.Child Refused { get; }

    /// <summary>Rows that found memory full.</summary>
    public Counter.Child Overflowed { get; }

    /// <summary>Spooled rows given up, oldest first, because the spool was full.</summary>
    public Counter.Child Expired { get; }

    public Histogram WriteSeconds { get; }

    public Gauge BufferRows { get; }

    public Gauge SpoolRows { get; }

    public Gauge SpoolBytes { get; }

    public Gauge SpoolAgeSeconds { get; }

    public Counter SpoolCorruptBytes { get; }

    public Gauge StoreUp { get; }
}
