using System.Globalization;
using DuckDB.NET.Data;

namespace DcOps.Benchmarks.History.Layouts;

/// <summary>What the DuckDB candidates share: one file, one writing connection, rows by appender in a transaction.</summary>
abstract class DuckLayout : Layout
{
    protected const string Columns = """
        rack BIGINT, minute INTEGER, power_min DOUBLE, power_mean DOUBLE, power_max DOUBLE, power_last DOUBLE,
        inlet_min DOUBLE, inlet_mean DOUBLE, inlet_max DOUBLE, inlet_last DOUBLE, energy BIGINT, quality UTINYINT
        """;

    protected DuckDBConnection Connection { get; private set; } = null!;

    public override void Open(string folder)
    {
        Connection = new DuckDBConnection($"Data Source={Path.Combine(folder, "history.duckdb")}");
        Connection.Open();
        Create();
    }

    public override void Settle() => Execute("CHECKPOINT");

    public override void Dispose() => Connection.Dispose();

    protected abstract void Create();

    protected void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    protected long Number(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    protected int Read(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = 0;
        while (reader.Read())
        {
            _ = reader.GetDouble(3);
            rows++;
        }

        return rows;
    }

    protected void AppendTo(string table, ReadOnlySpan<LayoutRow> rows, int? sequence = null)
    {
        using var appender = Connection.CreateAppender(table);
        foreach (ref readonly var row in rows)
        {
            var target = appender.CreateRow();
            target.AppendValue((long)row.Rack).AppendValue(row.Minute)
                .AppendValue(row.PowerMin).AppendValue(row.PowerMean).AppendValue(row.PowerMax).AppendValue(row.PowerLast)
                .AppendValue(row.InletMin).AppendValue(row.InletMean).AppendValue(row.InletMax).AppendValue(row.InletLast)
                .AppendValue(row.EnergyWattHours).AppendValue(row.Quality);
            if (sequence is { } number)
                target.AppendValue(number);
            target.EndRow();
        }
    }
}
