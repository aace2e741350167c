using Prometheus;

namespace DcOps.Notify;

/// <summary>What notification says about its own work; described in docs/metrics.md.</summary>
static class NotifyMetrics
{
    public static readonly Counter Sent = Metrics.CreateCounter(
        "dcops_notices_total", "Tries to carry a notice, by channel and outcome.", new CounterConfiguration { LabelNames = ["channel", "outcome"] });

    public static readonly Counter StoreFaults =
        Metrics.CreateCounter("dcops_notice_store_faults_total", "Times that the store of notices could not be used.");

    public static readonly Counter ShowFaults =
        Metrics.CreateCounter("dcops_notice_show_faults_total", "Times that what stands could not be shown to a channel that keeps a state.");

    public static readonly Counter PartingFaults =
        Metrics.CreateCounter("dcops_notice_parting_faults_total", "Times that a mail server took a notice and then did not part in order.");
}
