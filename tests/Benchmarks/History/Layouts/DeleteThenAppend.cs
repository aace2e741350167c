namespace DcOps.Benchmarks.History.Layouts;

/// <summary>
/// Append to a recent table, delete first only what is restated; full recent tables move, sorted by rack, into a table per day.
/// </summary>
sealed class DeleteThenAppend(int recentRows) : DuckLayout
{
    const int MinutesPerDay = 1_440;
    readonly SortedSet<int> _days = [];
    long _recent;

    public override string Name =>
        recentRows == int.MaxValue ? "duckdb, delete then append, unsorted" : $"duckdb, delete then append, sorted by {recentRows / 1_000_000} M";

    public override void Append(ReadOnlySpan<LayoutRow> rows)
    {
        Execute("BEGIN");
        AppendTo("recent", rows);
        Execute("COMMIT");
        _recent += rows.Length;
    }

    public override void Replace(ReadOnlySpan<LayoutRow> rows)
    {
        Execute("BEGIN");
        AppendTo("staging", rows);
        foreach (var table in _days.Select(day => $"day_{day}").Prepend("recent"))
            Execute($"DELETE FROM {table} USING staging WHERE {table}.rack = staging.rack AND {table}.minute = staging.minute");
        Execute("INSERT INTO recent SELECT * FROM staging");
        Execute("DELETE FROM staging");
        Execute("COMMIT");
        _recent += rows.Length;
    }

    public override void Tidy()
    {
        if (_recent < recentRows)
            return;

        Execute("BEGIN");
        foreach (var day in Days())
        {
            if (_days.Add(day))
                Execute($"CREATE TABLE day_{day} ({Columns})");
            Execute($"""
                INSERT INTO day_{day} SELECT * FROM recent
                WHERE minute >= {day * MinutesPerDay} AND minute < {(day + 1) * MinutesPerDay} ORDER BY rack, minute
                """);
        }

        Execute("DROP TABLE recent");
        Execute($"CREATE TABLE recent ({Columns})");
        Execute("COMMIT");
        _recent = 0;
    }

    public override int RackPeriod(int rack, int from, int to) =>
        Read(string.Join(" UNION ALL ", Tables(from, to).Select(table =>
            $"SELECT * FROM {table} WHERE rack = {rack} AND minute >= {from} AND minute < {to}")) + " ORDER BY minute");

    public override long Energy(int from, int to) =>
        Tables(from, to).Sum(table =>
            Number($"SELECT coalesce(sum(energy), 0)::BIGINT FROM {table} WHERE minute >= {from} AND minute < {to}"));

    protected override void Create()
    {
        Execute($"CREATE TABLE recent ({Columns})");
        Execute($"CREATE TEMP TABLE staging ({Columns})");
    }

    IEnumerable<string> Tables(int from, int to) =>
        _days.Where(day => day >= from / MinutesPerDay && day <= (to - 1) / MinutesPerDay).Select(day => $"day_{day}").Append("recent");

    List<int> Days()
    {
        using var command = Connection.CreateCommand();
        command.CommandText = $"SELECT DISTINCT minute // {MinutesPerDay} FROM recent";
        using var reader = command.ExecuteReader();
        var days = new List<int>();
        while (reader.Read())
            days.Add(reader.GetInt32(0));
        return days;
    }
}
