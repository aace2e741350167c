using DcOps.Domain.History;

namespace DcOps.Grains.Owners;

/// <summary>Rows handed to history a moment ago, kept until they are surely on disk.</summary>
sealed class RecentRows(TimeSpan settleIn)
{
    readonly Queue<(DateTimeOffset At, HistoryBatch Rows)> _rows = [];

    public void Add(HistoryBatch rows, DateTimeOffset now) => _rows.Enqueue((now, rows));

    /// <summary>Those that may not be on disk yet, oldest first.</summary>
    public ImmutableArray<HistoryBatch> Save(DateTimeOffset now)
    {
        while (_rows.TryPeek(out var oldest) && now - oldest.At >= settleIn)
            _rows.Dequeue();
        return [.. _rows.Select(entry => entry.Rows)];
    }
}
