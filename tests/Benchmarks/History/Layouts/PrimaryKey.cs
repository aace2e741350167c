namespace DcOps.Benchmarks.History.Layouts;

/// <summary>A primary key and INSERT OR REPLACE through a staging table.</summary>
sealed class PrimaryKey : DuckLayout
{
    public override string Name => "duckdb, primary key, insert or replace";

    public override void Append(ReadOnlySpan<LayoutRow> rows) => Replace(rows);

    public override void Replace(ReadOnlySpan<LayoutRow> rows)
    {
        Execute("BEGIN");
        AppendTo("staging", rows);
        Execute("INSERT OR REPLACE INTO rack_minute SELECT * FROM staging");
        Execute("DELETE FROM staging");
        Execute("COMMIT");
    }

    public override int RackPeriod(int rack, int from, int to) =>
        Read($"SELECT * FROM rack_minute WHERE rack = {rack} AND minute >= {from} AND minute < {to} ORDER BY minute");

    public override long Energy(int from, int to) =>
        Number($"SELECT sum(energy)::BIGINT FROM rack_minute WHERE minute >= {from} AND minute < {to}");

    protected override void Create()
    {
        Execute($"CREATE TABLE rack_minute ({Columns}, PRIMARY KEY (rack, minute))");
        Execute($"CREATE TEMP TABLE staging ({Columns})");
    }
}
