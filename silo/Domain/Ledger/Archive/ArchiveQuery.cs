namespace DcOps.Domain.Ledger.Archive;

/// <summary>Which entries are asked for. Null excludes nothing.</summary>
/// <param name="From">Entries that are about this instant or later.</param>
/// <param name="To">Entries that are about an earlier instant.</param>
/// <param name="NewestOnly">Only the highest number of each subject.</param>
/// <param name="IsBodyLeftOut">The bodies of the answer are empty: for who knows them already.</param>
public sealed record ArchiveQuery(
    ArchiveKind Kind, string? Scope = null, string? Item = null, DateTimeOffset? From = null, DateTimeOffset? To = null,
    bool NewestOnly = false, bool IsBodyLeftOut = false);
