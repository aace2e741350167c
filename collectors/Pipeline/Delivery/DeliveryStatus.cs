namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>How delivery stands: the numbers of the metrics, for whoever reports them.</summary>
/// <param name="IsDelivering">Whether the last delivery was received; true before the first.</param>
/// <param name="WaitingBatches">Without receipt.</param>
/// <param name="OldestAge">Of the oldest batch without receipt; zero when there is none.</param>
/// <param name="DroppedBatches">Given up without receipt since the process started.</param>
public sealed record DeliveryStatus(
    bool IsDelivering, long WaitingBatches, long WaitingBytes, TimeSpan OldestAge, long DroppedBatches)
{
    public static DeliveryStatus Of(OutboxPump pump) => new(
        pump.IsDelivering,
        (long)PipelineMetrics.OutboxBatches.Value,
        (long)PipelineMetrics.OutboxBytes.Value,
        TimeSpan.FromSeconds(PipelineMetrics.OutboxOldestAge.Value),
        PipelineMetrics.DroppedInAll);
}
