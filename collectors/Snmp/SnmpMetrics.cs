using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Polling;
using DcOps.Domain.Telemetry;
using Prometheus;

namespace DcOps.Collectors.Snmp;

/// <summary>Series of the SNMP collector. Names as literals, so that grep leads from a graph to the code.</summary>
static class SnmpMetrics
{
    static readonly Counter Polls = Metrics.CreateCounter(
        "dcops_collector_polls_total", "Polls ended, by how.", "protocol", "outcome");

    public static readonly Histogram.Child PollDuration = Metrics.CreateHistogram(
        "dcops_collector_poll_duration_seconds",
        "From a poll's first question to its end, answered ones only.",
        new HistogramConfiguration { LabelNames = ["protocol"], Buckets = Histogram.ExponentialBuckets(0.001, 2, 14) })
        .WithLabels("snmp");

    public static readonly Histogram PollLateness = Metrics.CreateHistogram(
        "dcops_snmp_poll_lateness_seconds",
        "How much after its scheduled time a poll began.",
        new HistogramConfiguration { Buckets = Histogram.ExponentialBuckets(0.005, 2, 12) });

    static readonly Gauge Devices = Metrics.CreateGauge(
        "dcops_snmp_devices", "Devices by their standing.", "standing");

    public static readonly Counter Requests = Metrics.CreateCounter(
        "dcops_snmp_requests_total", "Questions sent, repeated ones included.");

    public static readonly Counter Retries = Metrics.CreateCounter(
        "dcops_snmp_retries_total", "Questions sent again because no answer had come.");

    public static readonly Counter DroppedDatagrams = Metrics.CreateCounter(
        "dcops_snmp_dropped_datagrams_total", "Datagrams of no use, by reason.", "reason");

    public static readonly Counter WalkFaults = Metrics.CreateCounter(
        "dcops_snmp_walk_faults_total", "Objects that a device could not tell in an otherwise answered poll.", "fault");

    public static readonly Counter Restarts = Metrics.CreateCounter(
        "dcops_snmp_restarts_total", "Devices seen to have restarted: sysUpTime went back.");

    public static readonly Counter Replacements = Metrics.CreateCounter(
        "dcops_snmp_replacements_total", "Devices whose v3 engine changed or lost its boots: the card was replaced.");

    static readonly Counter.Child Answered = Polls.WithLabels("snmp", "answered");

    public static void CountPoll(PollOutcome outcome)
    {
        if (outcome is PollOutcome.Answered { Faults.IsEmpty: true })
            Answered.Inc();
        else
            Polls.WithLabels("snmp", outcome.Label).Inc();
    }

    public static void Count(DeviceStanding standing, int step) => Devices.WithLabels(KebabCase.Of(standing)).Inc(step);
}
