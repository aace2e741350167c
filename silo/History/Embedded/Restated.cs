using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>Keys of rows that replace one, and the deletion of what they replace.</summary>
sealed class Restated(DuckDBConnection connection)
{
    readonly HashSet<(long Subject, int Start)> _keys = [];

    public int Count => _keys.Count;

    public int First { get; private set; } = int.MaxValue;

    public int Last { get; private set; } = int.MinValue;

    public static void CreateStaging(DuckDBConnection connection) =>
        connection.Execute("CREATE TEMP TABLE IF NOT EXISTS restated (subject BIGINT, start INTEGER)");

    public void Add(long subject, int start)
    {
        _keys.Add((subject, start));
        First = Math.Min(First, start);
        Last = Math.Max(Last, start);
    }

    public void Stage()
    {
        connection.Execute("DELETE FROM restated");
        using var appender = connection.CreateAppender("temp", "main", "restated");
        foreach (var (subject, start) in _keys)
            appender.CreateRow().AppendValue(subject).AppendValue(start).EndRow();
    }

    /// <param name="subject">The expression of the table's columns that makes the subject.</param>
    /// <returns>Rows deleted.</returns>
    // The range lets the engine skip every block of rows outside it; the join finds the rows.
    public int DeleteFrom(string table, string subject) =>
        connection.Execute($"""
            DELETE FROM {table} USING restated
            WHERE {table}.start BETWEEN {First} AND {Last} AND {subject} = restated.subject AND {table}.start = restated.start
            """);
}
