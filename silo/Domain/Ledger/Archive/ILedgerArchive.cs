namespace DcOps.Domain.Ledger.Archive;

/// <summary>Keeps what must never be lost and is no time series. It is only ever added to: nothing is changed, nothing removed.</summary>
public interface ILedgerArchive
{
    /// <summary>By scope, start, item, number.</summary>
    /// <exception cref="ArchiveUnavailableException">The archive cannot be reached.</exception>
    Task<ImmutableArray<ArchiveEntry>> ReadAsync(ArchiveQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Adds all entries or none, and returns when they would survive a crash. False when a number of theirs is taken, or would
    /// leave a gap behind the subject's highest.
    /// </summary>
    /// <exception cref="ArchiveUnavailableException">The archive cannot be reached.</exception>
    Task<bool> AppendAsync(ImmutableArray<ArchiveEntry> entries, CancellationToken cancellationToken);
}
