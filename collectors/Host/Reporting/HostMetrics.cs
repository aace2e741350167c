using Prometheus;

namespace DcOps.Collectors.Host.Reporting;

/// <summary>What the collectors' host counts; listed in docs/metrics.md.</summary>
static class HostMetrics
{
    public static readonly Counter ReportsNotHeard = Metrics.CreateCounter(
        "dcops_collector_reports_unheard_total", "Reports to the province that did not arrive.");
}
