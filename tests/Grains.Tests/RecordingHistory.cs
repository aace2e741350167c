using System.Collections.Concurrent;
using DcOps.Domain.History;

namespace DcOps.Grains.Tests;

/// <summary>Keeps what grains offer.</summary>
sealed class RecordingHistory : IHistoryFeed
{
    readonly ConcurrentQueue<HistoryBatch> _offered = [];

    public ImmutableArray<HistoryBatch> Offered => [.. _offered];

    public void Offer(HistoryBatch batch) => _offered.Enqueue(batch);
}
