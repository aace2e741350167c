using DcOps.Domain.Telemetry;
using Prometheus;

namespace DcOps.Grains;

/// <summary>What the grains and their checkpoints count; listed in docs/metrics.md.</summary>
static class GrainMetrics
{
    public static readonly Gauge CheckpointsPending = Metrics.CreateGauge(
        "dcops_checkpoint_pending_images", "Images that wait to be written.");

    public static readonly Counter CheckpointsWritten = Metrics.CreateCounter(
        "dcops_checkpoint_images_total", "Images made durable.");

    public static readonly Counter CheckpointBytes = Metrics.CreateCounter(
        "dcops_checkpoint_bytes_total", "Bytes of images made durable.");

    public static readonly Counter CheckpointWritesFailed = Metrics.CreateCounter(
        "dcops_checkpoint_write_failures_total", "Bulk writes that the store refused.");

    public static readonly Gauge CheckpointsWritable = Metrics.CreateGauge(
        "dcops_checkpoint_writable_ratio", "1 while the store takes checkpoints, 0 while it does not.");

    public static readonly Counter CheckpointsOvertaken = Metrics.CreateCounter(
        "dcops_checkpoint_overtaken_images_total", "Images not taken because another silo of the cluster had written their owner's.");

    public static readonly Histogram CheckpointWriteDuration = Metrics.CreateHistogram(
        "dcops_checkpoint_write_duration_seconds",
        "Time of one bulk write, disk flush included.",
        new HistogramConfiguration { Buckets = Histogram.ExponentialBuckets(0.001, 2, 14) });

    public static readonly Counter ReportsLost = Metrics.CreateCounter(
        "dcops_owner_reports_lost_total", "Reports that did not reach the grain above; the next one replaces each.");

    public static readonly Counter ReportsPassedOver = Metrics.CreateCounter(
        "dcops_owner_reports_passed_over_total", "Reports that were not newer than the last, or of a place the inventory does not have.");

    public static readonly Counter Replayed = Metrics.CreateCounter(
        "dcops_journal_replayed_batches_total", "Batches folded again from the journal after a restart.");

    static readonly Counter UnknownLocations = Metrics.CreateCounter(
        "dcops_owner_unknown_location_batches_total", "Batches of a rack that their room does not have.");

    static readonly Counter EnergyBeyondWindow = Metrics.CreateCounter(
        "dcops_owner_energy_beyond_window_watt_hours_total", "Energy that a register proves, too long ago for any interval still kept.");

    static readonly Counter Readings = Metrics.CreateCounter(
        "dcops_rack_readings_total", "Readings folded, by what became of them.", "outcome");

    static readonly (ReadingOutcome Outcome, Counter.Child Counter)[] ReadingsByOutcome =
        [.. Enum.GetValues<ReadingOutcome>().Select(outcome => (outcome, Readings.WithLabels(KebabCase.Of(outcome))))];

    public static void Count(in FoldOutcome outcome)
    {
        if (outcome.UnknownLocation)
            UnknownLocations.Inc();
        if (outcome.EnergyBeyondWindow.WattHours > 0)
            EnergyBeyondWindow.Inc(outcome.EnergyBeyondWindow.WattHours);

        foreach (var (kind, counter) in ReadingsByOutcome)
        {
            if (outcome.Counts[kind] is > 0 and var count)
                counter.Inc(count);
        }
    }
}
