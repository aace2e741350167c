using Prometheus;

namespace DcOps.Dashboard;

/// <summary>What the dashboard says about its own work; described in docs/metrics.md.</summary>
static class DashboardMetrics
{
    public static readonly Gauge Viewers =
        Metrics.CreateGauge("dcops_dashboard_viewers", "Pages that follow live values now.");

    public static readonly Counter DroppedUpdates =
        Metrics.CreateCounter("dcops_dashboard_dropped_updates_total", "Live updates that a slow viewer did not get.");

    public static readonly Counter FailedReads =
        Metrics.CreateCounter("dcops_dashboard_failed_reads_total", "Reads of live values that failed.");

    public static readonly Counter CountsLeftOut =
        Metrics.CreateCounter("dcops_dashboard_counts_left_out_total", "Pages shown without the counts of alarms because nobody answered in time.");
}
