using DcOps.Domain.History;

namespace DcOps.HistoryWriter;

sealed class AbsentStore : IHistoryWriter
{
    public Task WriteAsync(HistoryBatch batch, CancellationToken cancellationToken) =>
        throw new HistoryUnavailableException("There is no store.");
}
