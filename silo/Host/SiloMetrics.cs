using DcOps.Domain.Telemetry;
using Prometheus;

namespace DcOps.Silo.Host;

/// <summary>What the silo's host counts; listed in docs/metrics.md.</summary>
static class SiloMetrics
{
    public static readonly Counter CheckpointCompactions = Metrics.CreateCounter(
        "dcops_checkpoint_compactions_total", "Rewrites of the checkpoint file into a shorter one.");

    public static readonly Counter CheckpointCompactionsFailed = Metrics.CreateCounter(
        "dcops_checkpoint_compaction_failures_total", "Rewrites of the checkpoint file that failed; the longer file goes on.");

    public static readonly Gauge IngestInFlight = Metrics.CreateGauge(
        "dcops_ingest_in_flight_batches", "Batches that wait for their receipt.");

    public static readonly Gauge IngestQueuedReadings = Metrics.CreateGauge(
        "dcops_ingest_queued_readings", "Readings that wait to be handed to their owner.");

    public static readonly Counter IngestShed = Metrics.CreateCounter(
        "dcops_ingest_shed_batches_total", "Batches answered as unavailable because too much was in flight.");

    public static readonly Counter IngestExpired = Metrics.CreateCounter(
        "dcops_ingest_expired_batches_total", "Batches answered as unavailable because they were not durable in time.");

    public static readonly Counter DeliveriesRefused = Metrics.CreateCounter(
        "dcops_ingest_refused_deliveries_total", "Deliveries of remote collectors that were refused whole.", "reason");

    public static readonly Gauge Collectors = Metrics.CreateGauge(
        "dcops_collectors", "Collectors that should be heard, by whether they are.", "state");

    public static readonly Gauge ConfigurationFaulty = Metrics.CreateGauge(
        "dcops_ingest_configuration_faulty", "Whether a remote collector's configuration file is refused and the one before still offered: 0 or 1.", "collector");

    public static readonly Histogram IngestReceiptDelay = Metrics.CreateHistogram(
        "dcops_ingest_receipt_delay_seconds",
        "Time from a delivery to its last receipt.",
        new HistogramConfiguration { Buckets = Histogram.ExponentialBuckets(0.01, 2, 13) });

    static readonly Counter IngestBatches = Metrics.CreateCounter(
        "dcops_ingest_batches_total", "Batches answered, by what became of them.", "outcome");

    static readonly Counter.Child[] BatchesByOutcome =
        [.. Enum.GetValues<IngestOutcome>().Select(outcome => IngestBatches.WithLabels(KebabCase.Of(outcome)))];

    public static Counter.Child Batches(IngestOutcome outcome) => BatchesByOutcome[(int)outcome];
}
