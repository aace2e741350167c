using DcOps.Domain.Alarms;
using DcOps.Domain.Telemetry;
using Prometheus;

namespace DcOps.Grains.Alarms;

/// <summary>What the alarms count; listed in docs/metrics.md.</summary>
static class AlarmMetrics
{
    public static readonly Gauge JournalWaiting = Metrics.CreateGauge(
        "dcops_alarm_journal_waiting_entries", "Entries that the journal has not taken yet; nobody is told of them.");

    public static readonly Gauge JournalWritable = Metrics.CreateGauge(
        "dcops_alarm_journal_writable_ratio", "1 while the journal takes entries, 0 while it does not.");

    public static readonly Counter JournalFailures = Metrics.CreateCounter(
        "dcops_alarm_journal_failures_total", "Writes and readings that the journal refused.");

    public static readonly Counter JournalThinned = Metrics.CreateCounter(
        "dcops_alarm_journal_thinned_total", "Entries let go because too many waited for the journal; the newest of every alarm is kept.");

    public static readonly Counter TellsLost = Metrics.CreateCounter(
        "dcops_alarm_tells_lost_total", "Changes that did not reach the grain above; it is told the whole next.");

    public static readonly Histogram JournalWrite = Metrics.CreateHistogram(
        "dcops_alarm_journal_write_seconds",
        "From an owner that hands entries to the journal until they are on disk, waiting for others included.",
        new HistogramConfiguration { Buckets = Histogram.ExponentialBuckets(0.001, 2, 15) });

    public static readonly Counter FiguresMissed = Metrics.CreateCounter(
        "dcops_alarm_figures_missed_total", "Times that the ledger or the history did not answer what a rule asks; the last answer goes on holding or is unknown.");

    public static readonly Histogram Latency = Metrics.CreateHistogram(
        "dcops_alarm_latency_seconds",
        "From the folding of the reading that raised an alarm to the inbox that shows it.",
        new HistogramConfiguration { Buckets = Histogram.ExponentialBuckets(0.001, 2, 15) });

    static readonly Counter Raised = Metrics.CreateCounter(
        "dcops_alarm_raised_total", "Alarms raised, held ones included, by priority.", "priority");

    static readonly Counter.Child?[] RaisedByPriority = new Counter.Child?[byte.MaxValue];

    public static void Count(AlarmTransition entry)
    {
        if (entry.Event == AlarmEvent.Raised)
            (RaisedByPriority[(byte)entry.After.Priority] ??= Raised.WithLabels(KebabCase.Of(entry.After.Priority))).Inc();
    }
}
