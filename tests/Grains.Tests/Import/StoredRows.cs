using DcOps.Domain.History;

namespace DcOps.Grains.Tests.Import;

/// <summary>A store of meter readings, which can be away, and what the ledger was told of them.</summary>
sealed class StoredRows : IHistoryWriter
{
    public List<MeterReading> Rows { get; } = [];

    public List<string> Changes { get; } = [];

    public bool IsAway { get; set; }

    public Task WriteAsync(HistoryBatch batch, CancellationToken cancellationToken)
    {
        if (IsAway)
            throw new HistoryUnavailableException("no answer");

        Rows.AddRange(batch.MeterReadings);
        return Task.CompletedTask;
    }
}
