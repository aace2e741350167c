using Prometheus;

namespace DcOps.Silo.Host.Journal;

/// <summary>What the journal counts; listed in docs/metrics.md.</summary>
static class JournalMetrics
{
    public static readonly Counter Refused = Metrics.CreateCounter(
        "dcops_journal_refused_records_total", "Records not taken; their receipts wait for a checkpoint.", "reason");

    public static readonly Gauge Writable = Metrics.CreateGauge(
        "dcops_journal_writable_ratio", "1 while the journal can be written, 0 while it cannot.");

    public static readonly Gauge Bytes = Metrics.CreateGauge(
        "dcops_journal_held_bytes", "Bytes from the oldest record still needed to the newest.");

    public static readonly Gauge Files = Metrics.CreateGauge(
        "dcops_journal_files", "Files of the journal.");

    public static readonly Counter Damaged = Metrics.CreateCounter(
        "dcops_journal_damaged_places_total", "Places in the journal that were durable once and are unreadable now.");

    static readonly Counter BytesWritten = Metrics.CreateCounter(
        "dcops_journal_written_bytes_total", "Bytes made durable.");

    static readonly Histogram FlushDuration = Metrics.CreateHistogram(
        "dcops_journal_flush_duration_seconds",
        "Time of one write, disk flush included.",
        new HistogramConfiguration { Buckets = Histogram.ExponentialBuckets(0.0001, 2, 15) });

    public static void Flushed(int bytes, TimeSpan took)
    {
        BytesWritten.Inc(bytes);
        FlushDuration.Observe(took.TotalSeconds);
    }
}
