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

    public static readonly Histogram CheckpointWriteDuration = Metrics.CreateHistogram(
        "dcops_checkpoint_write_duration_seconds",
        "Time of one bulk write, disk flush included.",
        new HistogramConfiguration { Buckets = Histogram.ExponentialBuckets(0.001, 2, 14) });
}
