namespace DcOps.Domain.Ledger.Archive;

/// <summary>An archive that lasts as long as its process: for tests and trials.</summary>
public sealed class MemoryArchive : ILedgerArchive
{
    readonly Lock _gate = new();
    readonly SortedDictionary<(ArchiveKind Kind, string Scope, long From, string Item, int Number), ArchiveEntry> _entries =
        new(Comparer<(ArchiveKind Kind, string Scope, long From, string Item, int Number)>.Create(Compare));

    readonly Dictionary<(ArchiveKind Kind, string Scope, string Item), int> _highest = [];

    public Task<ImmutableArray<ArchiveEntry>> ReadAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<ImmutableArray<ArchiveEntry>>(
            [
                .. _entries.Values.Where(entry => entry.Kind == query.Kind
                    && (query.Scope is null || entry.Scope == query.Scope) && (query.Item is null || entry.Item == query.Item)
                    && !(entry.From < query.From) && !(entry.From >= query.To)
                    && (!query.NewestOnly || entry.Number == _highest[(entry.Kind, entry.Scope, entry.Item)]))
                    .Select(entry => query.IsBodyLeftOut ? entry with { Body = "" } : entry),
            ]);
        }
    }

    public Task<bool> AppendAsync(ImmutableArray<ArchiveEntry> entries, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var highest = new Dictionary<(ArchiveKind, string, string), int>();
            foreach (var entry in entries)
            {
                var subject = (entry.Kind, entry.Scope, entry.Item);
                if (entry.Number != (highest.TryGetValue(subject, out var own) ? own : _highest.GetValueOrDefault(subject)) + 1)
                    return Task.FromResult(false);
                highest[subject] = entry.Number;
            }

            foreach (var entry in entries)
            {
                _entries[(entry.Kind, entry.Scope, entry.From.UtcTicks, entry.Item, entry.Number)] = entry;
                _highest[(entry.Kind, entry.Scope, entry.Item)] = entry.Number;
            }

            return Task.FromResult(true);
        }
    }

    static int Compare(
        (ArchiveKind Kind, string Scope, long From, string Item, int Number) one,
        (ArchiveKind Kind, string Scope, long From, string Item, int Number) other)
    {
        var order = one.Kind.CompareTo(other.Kind);
        order = order != 0 ? order : string.CompareOrdinal(one.Scope, other.Scope);
        order = order != 0 ? order : one.From.CompareTo(other.From);
        order = order != 0 ? order : string.CompareOrdinal(one.Item, other.Item);
        return order != 0 ? order : one.Number.CompareTo(other.Number);
    }
}
