using DcOps.Domain.Ledger.Archive;

namespace DcOps.Registry;

/// <summary>One entry as its table has it. Instants are ticks, for evidence is not rounded.</summary>
sealed class ArchiveRow
{
    public ArchiveKind Kind { get; init; }

    public required string Scope { get; init; }

    public required string Item { get; init; }

    public int Number { get; init; }

    public long FromTicks { get; init; }

    public long AtTicks { get; init; }

    public required string Author { get; init; }

    public required string Reason { get; init; }

    public required string Body { get; init; }

    public ArchiveEntry Entry => new(
        Kind, Scope, Item, Number, new(FromTicks, TimeSpan.Zero), new(AtTicks, TimeSpan.Zero), Author, Reason, Body);

    public static ArchiveRow Of(ArchiveEntry entry) => new()
    {
        Kind = entry.Kind,
        Scope = entry.Scope,
        Item = entry.Item,
        Number = entry.Number,
        FromTicks = entry.From.UtcTicks,
        AtTicks = entry.At.UtcTicks,
        Author = entry.Author,
        Reason = entry.Reason,
        Body = entry.Body,
    };
}
