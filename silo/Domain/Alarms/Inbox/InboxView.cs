using System.Diagnostics.CodeAnalysis;

namespace DcOps.Domain.Alarms.Inbox;

/// <summary>
/// The inbox of a scope, always sorted: a change costs the logarithm of its rows, a page costs its own length, and nothing is
/// sorted when a page is asked for. One writer.
/// </summary>
public sealed class InboxView
{
    readonly Dictionary<AlarmId, InboxRow> _byIncident = [];
    readonly List<InboxRow> _sorted = [];

    public int Count => _sorted.Count;

    /// <summary>Worst first.</summary>
    public IReadOnlyList<InboxRow> Rows => _sorted;

    /// <summary>Grows with every change: what a page was read at.</summary>
    public long Version { get; private set; }

    /// <summary>Puts a row in its place, or a changed one in its new place.</summary>
    public void Put(InboxRow row)
    {
        Remove(row.Incident);
        _byIncident.Add(row.Incident, row);
        _sorted.Insert(~_sorted.BinarySearch(row, InboxOrder.WorstFirst), row);
        Version++;
    }

    public bool Remove(AlarmId incident)
    {
        if (!_byIncident.Remove(incident, out var known))
            return false;

        _sorted.RemoveAt(_sorted.BinarySearch(known, InboxOrder.WorstFirst));
        Version++;
        return true;
    }

    public bool TryGet(AlarmId incident, [NotNullWhen(true)] out InboxRow? row) => _byIncident.TryGetValue(incident, out row);

    /// <summary>Rows that come after one, in their order; from the worst when it is null. Filtered before they are counted off.</summary>
    /// <param name="after">The last row that was read, as it was then: it need not be there any more.</param>
    /// <param name="filter">Null takes every row.</param>
    public ImmutableArray<InboxRow> Page(InboxRow? after, int most, Func<InboxRow, bool>? filter)
    {
        var start = 0;
        if (after is not null)
        {
            var found = _sorted.BinarySearch(after, InboxOrder.WorstFirst);
            start = found >= 0 ? found + 1 : ~found;
        }

        var page = ImmutableArray.CreateBuilder<InboxRow>(Math.Min(most, _sorted.Count));
        for (var index = start; index < _sorted.Count && page.Count < most; index++)
        {
            if (filter is null || filter(_sorted[index]))
                page.Add(_sorted[index]);
        }

        return page.DrainToImmutable();
    }
}
