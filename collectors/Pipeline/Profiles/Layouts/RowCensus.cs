using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>How many rows one device's tables have had at most, so that a missing one is missed.</summary>
sealed class RowCensus
{
    readonly Dictionary<(int Table, Quantity Quantity), int> _ofSums = [];
    readonly Dictionary<int, int> _ofTotals = [];

    /// <summary>How often a table has been seen to have more rows than ever before.</summary>
    public int Growths { get; private set; }

    /// <summary>Whether so many rows are all that there have been.</summary>
    public bool IsWhole(int table, Quantity quantity, int rows)
    {
        return rows == Most(_ofSums, (table, quantity), rows);
    }

    /// <summary>Tables whose one row is the whole device. A chain that once had more rows keeps them apart.</summary>
    public HashSet<int> RowsOfTotal(IEnumerable<FoundPoint> found)
    {
        var single = new HashSet<int>();
        foreach (var table in found.Where(point => point.IsRowOfTotal).GroupBy(point => point.Binding.Rule.Table!.Position))
        {
            var rows = table.Select(point => point.Number).Distinct().Count();
            if (Most(_ofTotals, table.Key, rows) == 1)
                single.Add(table.Key);
        }

        return single;
    }

    int Most<T>(Dictionary<T, int> most, T of, int rows)
        where T : notnull
    {
        if (most.TryGetValue(of, out var before) && before >= rows)
            return before;

        Growths++;
        return most[of] = rows;
    }
}
