using DcOps.Domain.History;

namespace DcOps.Benchmarks.Alarms;

/// <summary>Takes rows and keeps none.</summary>
sealed class NoHistory : IHistoryFeed
{
    public void Offer(HistoryBatch batch)
    {
    }
}
