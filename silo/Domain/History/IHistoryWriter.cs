namespace DcOps.Domain.History;

/// <summary>A store that keeps rows. One call at a time; whoever calls retries.</summary>
public interface IHistoryWriter
{
    /// <summary>Returns when the store has the batch. All rows or none become visible, or the call may be repeated without harm.</summary>
    /// <exception cref="HistoryUnavailableException">The store cannot be reached or refused for now: try again later.</exception>
    Task WriteAsync(HistoryBatch batch, CancellationToken cancellationToken);
}
