using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;
using Prometheus;

namespace DcOps.Collectors.Pipeline;

/// <summary>How well readings are normalised, kept and delivered.</summary>
static class PipelineMetrics
{
    public static readonly Gauge OutboxBatches = Metrics.CreateGauge(
        "dcops_collector_outbox_batches", "Batches without receipt");

    public static readonly Gauge OutboxBytes = Metrics.CreateGauge(
        "dcops_collector_outbox_bytes", "Size of the outbox on disk");

    public static readonly Gauge OutboxOldestAge = Metrics.CreateGauge(
        "dcops_collector_outbox_oldest_age_seconds", "Age of the oldest batch without receipt, 0 when there is none");

    public static readonly Counter WriteFailures = Metrics.CreateCounter(
        "dcops_collector_outbox_write_failures_total", "Writes that the outbox's disk refused");

    public static readonly Gauge DeliveriesInFlight = Metrics.CreateGauge(
        "dcops_collector_deliveries_in_flight", "Deliveries that wait for their receipts");

    static readonly Counter AheadBatches = Metrics.CreateCounter(
        "dcops_collector_ahead_batches_total", "Batches sent past a backlog, so that pages stay live");

    static readonly Counter BackfilledBatches = Metrics.CreateCounter(
        "dcops_collector_backfill_batches_total", "Batches sent out of a backlog, at a capped rate");

    static readonly Counter DroppedBatches = Metrics.CreateCounter(
        "dcops_collector_outbox_dropped_batches_total", "Batches given up without receipt", "reason");

    static readonly Counter DeliveriesByOutcome = Metrics.CreateCounter(
        "dcops_collector_deliveries_total", "Deliveries by how they ended", "outcome");

    static readonly Counter ReceiptsByOutcome = Metrics.CreateCounter(
        "dcops_collector_receipts_total", "Receipts by outcome", "outcome");

    static readonly Counter ReadingsByQuality = Metrics.CreateCounter(
        "dcops_collector_readings_total", "Readings by quality", "quality");

    static readonly Counter.Child[] Qualities =
        [.. Enum.GetValues<ReadingQuality>().Select(quality => ReadingsByQuality.WithLabels(KebabCase.Of(quality)))];

    static readonly Counter.Child Absent = ReadingsByQuality.WithLabels("absent");

    static PipelineMetrics()
    {
        // A series that has not happened yet is 0, not missing.
        foreach (var reason in Enum.GetValues<DropReason>())
            DroppedBatches.WithLabels(KebabCase.Of(reason)).Inc(0);
        foreach (var outcome in Enum.GetValues<IngestOutcome>())
            ReceiptsByOutcome.WithLabels(KebabCase.Of(outcome)).Inc(0);
    }

    /// <summary>Whatever the reason.</summary>
    public static long DroppedInAll => Enum.GetValues<DropReason>().Sum(reason => (long)DroppedBatches.WithLabels(KebabCase.Of(reason)).Value);
    public static void SentAhead(int batches) => AheadBatches.Inc(batches);

    public static void Backfilled(int batches) => BackfilledBatches.Inc(batches);

    public static void Dropped(DropReason reason, long batches) => DroppedBatches.WithLabels(KebabCase.Of(reason)).Inc(batches);

    /// <param name="outcome">answered, refused, timed-out or unreachable.</param>
    public static void Delivered(string outcome) => DeliveriesByOutcome.WithLabels(outcome).Inc();

    public static void Received(IngestOutcome outcome, int receipts) => ReceiptsByOutcome.WithLabels(KebabCase.Of(outcome)).Inc(receipts);

    public static void Read(ImmutableArray<Reading> readings)
    {
        Span<int> counts = stackalloc int[Qualities.Length];
        var absent = 0;
        foreach (ref readonly var reading in readings.AsSpan())
        {
            if (reading.Value is null)
                absent++;
            else
                counts[(int)reading.Quality]++;
        }

        for (var quality = 0; quality < counts.Length; quality++)
        {
            if (counts[quality] > 0)
                Qualities[quality].Inc(counts[quality]);
        }

        if (absent > 0)
            Absent.Inc(absent);
    }
}
