using Prometheus;

namespace DcOps.Silo.Host;

/// <summary>What the silo's host counts; listed in docs/metrics.md.</summary>
static class SiloMetrics
{
    public static readonly Counter CheckpointCompactions = Metrics.CreateCounter(
        "dcops_checkpoint_compactions_total", "Rewrites of the checkpoint file into a shorter one.");

    public static readonly Counter CheckpointCompactionsFailed = Metrics.CreateCounter(
        "dcops_checkpoint_compaction_failures_total", "Rewrites of the checkpoint file that failed; the longer file goes on.");
}
