using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>
/// Rows that replace earlier ones of their key. Almost all rows are newer than their subject's newest and are appended blindly;
/// only the others cost a deletion. So no reader ever has to choose between versions, and no index has to fit in memory.
/// </summary>
abstract class ReplacingRows<TRow>(DuckDBConnection connection, int? newest)
{
    readonly NewestStarts _newest = new(newest);

    protected DuckDBConnection Connection { get; } = connection;

    /// <summary>Inside the writer's transaction. Of rows with one key the last wins.</summary>
    public void Write(ImmutableArray<TRow> rows)
    {
        if (rows.IsEmpty)
            return;

        var restated = new Restated(Connection);
        var keys = new (long Subject, int Start)[rows.Length];
        for (var index = 0; index < rows.Length; index++)
        {
            keys[index] = KeyOf(rows[index]);
            if (!_newest.IsNew(keys[index].Subject, keys[index].Start))
                restated.Add(keys[index].Subject, keys[index].Start);
        }

        if (restated.Count == 0)
        {
            Append(rows, keys);
            return;
        }

        restated.Stage();
        Delete(restated);
        var last = LastOfEachKey(keys);
        Append([.. last.Select(index => rows[index])], [.. last.Select(index => keys[index])]);
    }

    protected abstract (long Subject, int Start) KeyOf(TRow row);

    protected abstract void Append(ImmutableArray<TRow> rows, (long Subject, int Start)[] rowKeys);

    protected abstract void Delete(Restated restated);

    static List<int> LastOfEachKey((long Subject, int Start)[] keys)
    {
        var last = new Dictionary<(long, int), int>(keys.Length);
        for (var index = 0; index < keys.Length; index++)
            last[keys[index]] = index;
        return [.. last.Values.Order()];
    }
}
