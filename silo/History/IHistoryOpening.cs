using DcOps.Domain.History;

namespace DcOps.History;

/// <summary>A store that can be opened ahead of its first row, so that what is wrong with it shows at start.</summary>
interface IHistoryOpening
{
    /// <exception cref="HistoryUnavailableException">It is away; it may come.</exception>
    /// <exception cref="HistoryRefusedException">It holds what this version must not touch.</exception>
    Task OpenAsync(CancellationToken cancellationToken);
}
