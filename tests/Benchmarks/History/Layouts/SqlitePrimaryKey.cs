using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DcOps.Benchmarks.History.Layouts;

/// <summary>SQLite, clustered by its primary key, write-ahead log, INSERT OR REPLACE.</summary>
sealed class SqlitePrimaryKey : Layout
{
    SqliteConnection _connection = null!;
    SqliteCommand _insert = null!;

    public override string Name => "sqlite, clustered primary key";

    public override void Open(string folder)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "history.sqlite")}");
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-200000");
        Execute("""
            CREATE TABLE rack_minute (rack INTEGER, minute INTEGER, power_min REAL, power_mean REAL, power_max REAL, power_last REAL,
            inlet_min REAL, inlet_mean REAL, inlet_max REAL, inlet_last REAL, energy INTEGER, quality INTEGER,
            PRIMARY KEY (rack, minute)) WITHOUT ROWID
            """);
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT OR REPLACE INTO rack_minute VALUES ($0,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)";
        for (var column = 0; column < 12; column++)
            _insert.Parameters.AddWithValue($"${column}", 0);
    }

    public override void Append(ReadOnlySpan<LayoutRow> rows) => Replace(rows);

    public override void Replace(ReadOnlySpan<LayoutRow> rows)
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        foreach (ref readonly var row in rows)
        {
            object[] values =
            [
                row.Rack, row.Minute, row.PowerMin, row.PowerMean, row.PowerMax, row.PowerLast,
                row.InletMin, row.InletMean, row.InletMax, row.InletLast, row.EnergyWattHours, row.Quality,
            ];
            for (var column = 0; column < values.Length; column++)
                _insert.Parameters[column].Value = values[column];
            _insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public override void Settle() => Execute("PRAGMA wal_checkpoint(TRUNCATE)");

    public override int RackPeriod(int rack, int from, int to)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT * FROM rack_minute WHERE rack = {rack} AND minute >= {from} AND minute < {to} ORDER BY minute";
        using var reader = command.ExecuteReader();
        var rows = 0;
        while (reader.Read())
        {
            _ = reader.GetDouble(3);
            rows++;
        }

        return rows;
    }

    public override long Energy(int from, int to)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT sum(energy) FROM rack_minute WHERE minute >= {from} AND minute < {to}";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public override void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
