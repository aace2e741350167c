using DcOps.Domain.Ledger;
using DcOps.Domain.Telemetry;
using Prometheus;

namespace DcOps.Grains;

/// <summary>What the ledger counts; listed in docs/metrics.md.</summary>
static class LedgerMetrics
{
    public static readonly Counter Readings = Metrics.CreateCounter(
        "dcops_ledger_readings_total", "Readings of plant meters, by whether the ledger needs them.", "outcome");

    public static readonly Counter Closes = Metrics.CreateCounter(
        "dcops_ledger_closes_total", "Periods closed for the first time.", "period");

    public static readonly Counter Restatements = Metrics.CreateCounter(
        "dcops_ledger_restatements_total", "Revisions of closed periods.", "period");

    public static readonly Counter CloseFailures = Metrics.CreateCounter(
        "dcops_ledger_close_failures_total", "Runs that closed nothing because the store or the archive was away.");

    public static readonly Histogram CloseLateness = Metrics.CreateHistogram(
        "dcops_ledger_close_lateness_seconds", "Time from when a period was due to its close.",
        new HistogramConfiguration { Buckets = [10, 60, 300, 1_800, 7_200, 43_200, 86_400, 604_800] });

    public static readonly Counter LateNotesLost = Metrics.CreateCounter(
        "dcops_ledger_late_notes_lost_total", "Stretches of late readings that the ledger could not be told of: close those days again by hand.");

    public static void Count(ClosedPeriod period, ClosePolicy policy, DateTimeOffset now)
    {
        var kind = KebabCase.Of(period.Kind);
        if (period.Current.Number > 1)
        {
            Restatements.WithLabels(kind).Inc();
            return;
        }

        Closes.WithLabels(kind).Inc();
        CloseLateness.Observe((now - policy.ClosesAt(period.Kind, period.Period, Domain.Topology.BusinessCalendar.Shanghai)).TotalSeconds);
    }
}
