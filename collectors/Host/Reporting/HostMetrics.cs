using Prometheus;

namespace DcOps.Collectors.Host.Reporting;

/// <summary>What the collectors' host counts; listed in docs/metrics.md.</summary>
static class HostMetrics
{
    public static readonly Counter ReportsNotHeard = Metrics.CreateCounter(
        "dcops_collector_reports_unheard_total", "Reports to the province that did not arrive.");

    public static readonly Gauge HeardByProvince = Metrics.CreateGauge(
        "dcops_collector_heard_by_province", "Whether the province took the last report: 0 or 1.");

    public static readonly Counter ConfigurationsRun = Metrics.CreateCounter(
        "dcops_collector_configurations_run_total", "Configurations of the province that were put to work, the kept copy at the start included.");

    public static readonly Counter ConfigurationsRefused = Metrics.CreateCounter(
        "dcops_collector_configurations_refused_total", "Times that a configuration of the province was not run because it has faults.");
}
