namespace DcOps.Benchmarks.History.Layouts;

/// <summary>Append with a sequence number; the reader keeps the last of each key.</summary>
sealed class AppendOnly : DuckLayout
{
    int _sequence;

    public override string Name => "duckdb, append, last write wins at read";

    public override void Append(ReadOnlySpan<LayoutRow> rows) => AppendTo("rack_minute", rows, ++_sequence);

    public override void Replace(ReadOnlySpan<LayoutRow> rows) => Append(rows);

    public override int RackPeriod(int rack, int from, int to) =>
        Read($"""
            SELECT * FROM rack_minute WHERE rack = {rack} AND minute >= {from} AND minute < {to}
            QUALIFY row_number() OVER (PARTITION BY minute ORDER BY sequence DESC) = 1 ORDER BY minute
            """);

    public override long Energy(int from, int to) =>
        Number($"""
            SELECT sum(energy)::BIGINT FROM (SELECT arg_max(energy, sequence) AS energy FROM rack_minute
            WHERE minute >= {from} AND minute < {to} GROUP BY rack, minute)
            """);

    protected override void Create() => Execute($"CREATE TABLE rack_minute ({Columns}, sequence INTEGER)");
}
