using DcOps.Domain.History;
using DcOps.Domain.Racks;

namespace DcOps.History.Tests.Feed;

/// <summary>A store in memory that can be away, hang, or choke on a row, as the test says. Rows replace by key, as in every store.</summary>
sealed class StubStore : IHistoryWriter
{
    readonly Dictionary<(string Rack, DateTimeOffset Minute), RackMinute> _rows = [];

    public bool IsAway { get; set; }

    /// <summary>While set, writes wait for it.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>A batch that holds this row fails for a reason of its own.</summary>
    public RackMinute? Poison { get; set; }

    /// <summary>Every batch that arrived, in order.</summary>
    public List<HistoryBatch> Batches { get; } = [];

    public IReadOnlyList<RackMinute> Rows =>
        [.. _rows.Values.OrderBy(row => row.Minute).ThenBy(row => row.Rack.Value, StringComparer.Ordinal)];

    public async Task WriteAsync(HistoryBatch batch, CancellationToken cancellationToken)
    {
        if (Gate is { } gate)
            await gate.Task.WaitAsync(cancellationToken);
        if (IsAway)
            throw new HistoryUnavailableException("away");
        if (Poison is { } poison && batch.RackMinutes.Contains(poison))
            throw new ArgumentException("a row that cannot be", nameof(batch));

        Batches.Add(batch);
        foreach (var row in batch.RackMinutes)
            _rows[(row.Rack.Value, row.Minute)] = row;
    }
}
