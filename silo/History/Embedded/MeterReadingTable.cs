using DcOps.Domain.History;
using DcOps.Domain.Topology;
using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>
/// Meter readings in one table, as they come, kept for ever. Instants are ticks: evidence is not rounded. Almost every reading is
/// newer than its meter's newest and is appended blindly; only the others cost a deletion.
/// </summary>
sealed class MeterReadingTable(DuckDBConnection connection, SubjectKeys keys)
{
    readonly Dictionary<(int Facility, string Meter), long> _newest = [];
    readonly long _floor = connection.Scalar<long>("SELECT max(read_at) FROM meter_reading") ?? long.MinValue;

    public static void Create(DuckDBConnection connection) =>
        connection.Execute("""
            CREATE TABLE meter_reading (facility INTEGER NOT NULL, meter VARCHAR NOT NULL, read_at BIGINT NOT NULL,
            position DOUBLE, serial VARCHAR, reset_at BIGINT, restarted_at BIGINT, watts DOUBLE)
            """);

    public static void CreateStaging(DuckDBConnection connection) =>
        connection.Execute("CREATE TEMP TABLE IF NOT EXISTS reread (facility INTEGER, meter VARCHAR, read_at BIGINT)");

    /// <param name="meter">Null for all.</param>
    public static ImmutableArray<MeterReading> Read(
        DuckDBConnection connection, FacilityId facility, int key, string? meter, DateTimeOffset from, DateTimeOffset to, TimeSpan reach)
    {
        var own = $"facility = {key}" + (meter is null ? "" : $" AND meter = '{meter.Replace("'", "''", StringComparison.Ordinal)}'");
        var (first, end) = (from.UtcTicks, to.UtcTicks);
        var (before, after) = (Ticks(from, -reach), Ticks(to, reach));
        var nearest = reach == TimeSpan.Zero ? "" : $"""

            UNION ALL SELECT unnest(arg_max(meter_reading, read_at), max_depth := 2) FROM meter_reading
            WHERE {own} AND position IS NOT NULL AND read_at >= {before} AND read_at < {first} GROUP BY meter
            UNION ALL SELECT unnest(arg_min(meter_reading, read_at), max_depth := 2) FROM meter_reading
            WHERE {own} AND position IS NOT NULL AND read_at >= {end} AND read_at < {after} GROUP BY meter
            """;
        return connection.Rows(
            $"""
            SELECT meter, read_at, position, serial, reset_at, restarted_at, watts FROM (
            SELECT * FROM meter_reading WHERE {own} AND read_at >= {first} AND read_at < {end}{nearest}) ORDER BY meter, read_at
            """,
            row => new MeterReading(
                facility, row.GetString(0), Instant(row.GetInt64(1)), row.IsDBNull(2) ? null : row.GetDouble(2),
                row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : Instant(row.GetInt64(4)),
                row.IsDBNull(5) ? null : Instant(row.GetInt64(5)), row.IsDBNull(6) ? null : row.GetDouble(6)));
    }

    public static DateTimeOffset? First(DuckDBConnection connection, int key) =>
        connection.Scalar<long>($"SELECT min(read_at) FROM meter_reading WHERE facility = {key}") is { } ticks ? Instant(ticks) : null;

    /// <summary>Inside the writer's transaction. Of rows with one key the last wins.</summary>
    public void Write(ImmutableArray<MeterReading> rows)
    {
        if (rows.IsEmpty)
            return;

        var last = new Dictionary<(int, string, long), MeterReading>(rows.Length);
        var again = new List<(int Facility, string Meter, long At)>();
        foreach (var row in rows)
        {
            var (facility, at) = (keys.Of(row.Facility), row.At.UtcTicks);
            if (last.TryAdd((facility, row.Meter, at), row) && !IsNew(facility, row.Meter, at))
                again.Add((facility, row.Meter, at));
            last[(facility, row.Meter, at)] = row;
        }

        if (again.Count > 0)
            Delete(again);
        Append(last);
    }

    static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    static long Ticks(DateTimeOffset instant, TimeSpan by) =>
        (long)Int128.Clamp((Int128)instant.UtcTicks + by.Ticks, 0, DateTimeOffset.MaxValue.UtcTicks);

    bool IsNew(int facility, string meter, long at)
    {
        var newest = _newest.GetValueOrDefault((facility, meter), _floor);
        _newest[(facility, meter)] = Math.Max(newest, at);
        return at > newest;
    }

    void Delete(List<(int Facility, string Meter, long At)> again)
    {
        connection.Execute("DELETE FROM reread");
        using (var appender = connection.CreateAppender("temp", "main", "reread"))
        {
            foreach (var (facility, meter, at) in again)
                appender.CreateRow().AppendValue(facility).AppendValue(meter).AppendValue(at).EndRow();
        }

        connection.Execute($"""
            DELETE FROM meter_reading USING reread
            WHERE meter_reading.read_at BETWEEN {again.Min(each => each.At)} AND {again.Max(each => each.At)}
            AND meter_reading.facility = reread.facility AND meter_reading.meter = reread.meter AND meter_reading.read_at = reread.read_at
            """);
    }

    void Append(Dictionary<(int Facility, string Meter, long At), MeterReading> rows)
    {
        using var appender = connection.CreateAppender("meter_reading");
        foreach (var ((facility, meter, at), row) in rows)
        {
            appender.CreateRow().AppendValue(facility).AppendValue(meter).AppendValue(at).AppendValue(row.Position)
                .AppendValue(row.Serial).AppendValue(row.ResetMarker?.UtcTicks).AppendValue(row.RestartedAt?.UtcTicks).AppendValue(row.Watts)
                .EndRow();
        }
    }
}
