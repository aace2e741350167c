namespace DcOps.Domain.Ledger.Archive;

/// <summary>One thing that must never be lost, written once: a later state of the same subject is another entry.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Scope">Whose it is: a facility's id, or the province's.</param>
/// <param name="Item">Which one in its scope, as in <c>2026-10</c> or <c>C-2026-0007</c>; empty where there is one only.</param>
/// <param name="Number">State of the subject, counted by one.</param>
/// <param name="From">What it is about begins then, UTC: by this entries are found and ordered.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Body">Canonical JSON, or the text itself for files.</param>
public sealed record ArchiveEntry(
    ArchiveKind Kind, string Scope, string Item, int Number, DateTimeOffset From, DateTimeOffset At, string Author, string Reason,
    string Body);
