using DcOps.Domain.History;

namespace DcOps.History.Feed;

/// <summary>Batches put together.</summary>
static class HistoryBatches
{
    /// <summary>The rows of all, in their order.</summary>
    public static HistoryBatch Concat(IReadOnlyList<HistoryBatch> parts) =>
        parts switch
        {
            [] => HistoryBatch.Empty,
            [var one] => one,
            _ => new(
                [.. parts.SelectMany(part => part.RackMinutes)],
                [.. parts.SelectMany(part => part.FacilityMinutes)],
                [.. parts.SelectMany(part => part.Intervals)])
            {
                MeterReadings = [.. parts.SelectMany(part => part.MeterReadings)],
            },
        };
}
