using Prometheus;

namespace DcOps.Upload;

/// <summary>What the upload counts; listed in docs/metrics.md.</summary>
static class UploadMetrics
{
    public static readonly Counter PassedOver = Metrics.CreateCounter(
        "dcops_upload_passed_over_items_total", "Figures of the ledger that make no item: missing, or of a meter that is not uploaded.");

    public static readonly Counter CheckFailures = Metrics.CreateCounter(
        "dcops_upload_check_failures_total", "Days and months that did not pass a platform's rule, by rule.", "check");

    static readonly Counter Items = Metrics.CreateCounter(
        "dcops_upload_items_total", "Items by what a destination answered.", "destination", "outcome");

    static readonly Counter DroppedItems = Metrics.CreateCounter(
        "dcops_upload_dropped_items_total", "Items let go without acknowledgement, one per destination, by reason.", "reason");

    static readonly Gauge Pending = Metrics.CreateGauge(
        "dcops_upload_pending_items", "Items that a destination has not acknowledged.", "destination");

    static readonly Gauge OldestAge = Metrics.CreateGauge(
        "dcops_upload_oldest_pending_age_seconds", "Age of the oldest day with an item not acknowledged; 0 when there is none.", "destination");

    static readonly Gauge SpoolBytes = Metrics.CreateGauge("dcops_upload_spool_bytes", "Size of the items on disk.");

    static readonly Gauge AcknowledgedAt = Metrics.CreateGauge(
        "dcops_upload_last_acknowledged_timestamp_seconds", "Unix time of the last acknowledgement.", "destination");

    /// <param name="acknowledgedAt">Null when it was no acknowledgement.</param>
    public static void Sent(string destination, string outcome, int items, DateTimeOffset? acknowledgedAt)
    {
        Items.WithLabels(destination, outcome).Inc(items);
        if (acknowledgedAt is { } at)
            AcknowledgedAt.WithLabels(destination).Set(at.ToUnixTimeSeconds());
    }

    public static void Dropped(string reason, int items) => DroppedItems.WithLabels(reason).Inc(items);

    public static void Standing(string destination, long pending, DateOnly? oldest, long spoolBytes, DateTimeOffset now)
    {
        Pending.WithLabels(destination).Set(pending);
        OldestAge.WithLabels(destination).Set(
            oldest is { } day ? (now - Domain.Topology.BusinessCalendar.Shanghai.Day(day).From).TotalSeconds : 0);
        SpoolBytes.Set(spoolBytes);
    }
}
