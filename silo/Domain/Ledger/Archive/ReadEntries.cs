using System.Collections.Concurrent;

namespace DcOps.Domain.Ledger.Archive;

/// <summary>Entries as they were understood before: an entry never changes, so its text is read once.</summary>
sealed class ReadEntries(ILedgerArchive archive)
{
    // A province's months of two years and days of a quarter; beyond it everything is read anew.
    const int Most = 60_000;

    // So few are fetched one by one, more in one answer.
    const int FewMissing = 32;

    readonly ConcurrentDictionary<(ArchiveKind Kind, string Scope, string Item, int Number), object> _known = new();

    /// <summary>The entries of a query without their bodies, each with what its body says; in the archive's order.</summary>
    public async Task<ImmutableArray<(ArchiveEntry Entry, T Value)>> ReadAsync<T>(ArchiveQuery query, CancellationToken cancellationToken)
        where T : class
    {
        var heads = await archive.ReadAsync(query with { IsBodyLeftOut = true }, cancellationToken);
        var values = new Dictionary<(ArchiveKind, string, string, int), object>(heads.Length);
        var missing = new List<ArchiveEntry>();
        foreach (var head in heads)
        {
            if (_known.TryGetValue(KeyOf(head), out var value))
                values[KeyOf(head)] = value;
            else
                missing.Add(head);
        }

        if (_known.Count + missing.Count > Most)
            _known.Clear();
        if (missing.Count > FewMissing)
        {
            Know<T>(await archive.ReadAsync(query, cancellationToken), values);
        }
        else
        {
            foreach (var (scope, item) in missing.Select(head => (head.Scope, head.Item)).Distinct())
                Know<T>(await archive.ReadAsync(query with { Scope = scope, Item = item }, cancellationToken), values);
        }

        // One that was followed by a newer number meanwhile is no longer the newest: the newer one is seen next time.
        return [.. heads.Where(head => values.ContainsKey(KeyOf(head))).Select(head => (head, (T)values[KeyOf(head)]))];
    }

    static (ArchiveKind Kind, string Scope, string Item, int Number) KeyOf(ArchiveEntry entry) =>
        (entry.Kind, entry.Scope, entry.Item, entry.Number);

    void Know<T>(ImmutableArray<ArchiveEntry> entries, Dictionary<(ArchiveKind, string, string, int), object> values)
        where T : class
    {
        foreach (var entry in entries)
            values[KeyOf(entry)] = _known.GetOrAdd(KeyOf(entry), _ => ArchiveJson.Read<T>(entry));
    }
}
