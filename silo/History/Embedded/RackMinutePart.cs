using System.Globalization;
using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>One table of rack minutes: a day's rows sorted by rack, or recent rows of any day as they came.</summary>
/// <param name="Day">Days since 1970-01-01, UTC; null for recent rows.</param>
readonly record struct RackMinutePart(string Table, int? Day)
{
    // Parts are listed by name, so that recent ones come in the order of their making.
    const string Columns = "rack BIGINT NOT NULL, start INTEGER NOT NULL";

    public static RackMinutePart Recent(int number) => new(string.Create(CultureInfo.InvariantCulture, $"rack_minute_recent_{number:D8}"), null);

    public static RackMinutePart OfDay(int day) =>
        new(string.Create(CultureInfo.InvariantCulture, $"rack_minute_{DateTime.UnixEpoch.AddDays(day):yyyyMMdd}"), day);

    /// <summary>The parts that may hold rows of the period, as the connection's transaction sees them.</summary>
    public static ImmutableArray<RackMinutePart> Of(DuckDBConnection connection, int from, int to) =>
        connection.Rows(
            $"""
            SELECT name, day FROM rack_minute_part
            WHERE day IS NULL OR (day >= {Minutes.Day(from)} AND day <= {Minutes.Day(to - 1)}) ORDER BY name
            """,
            row => new RackMinutePart(row.GetString(0), row.IsDBNull(1) ? null : row.GetInt32(1)));

    /// <summary>The recent part after this one.</summary>
    public RackMinutePart Next() => Recent(int.Parse(Table.AsSpan(Table.LastIndexOf('_') + 1), CultureInfo.InvariantCulture) + 1);

    public void Create(DuckDBConnection connection)
    {
        connection.Execute($"""
            CREATE TABLE {Table} ({Columns}, {RollupColumns.Named("power")}, {RollupColumns.Named("inlet")}, energy BIGINT, quality UTINYINT NOT NULL)
            """);
        connection.Execute($"INSERT INTO rack_minute_part VALUES ('{Table}', {Day?.ToString(CultureInfo.InvariantCulture) ?? "NULL"})");
    }

    public void Drop(DuckDBConnection connection)
    {
        connection.Execute($"DROP TABLE {Table}");
        connection.Execute($"DELETE FROM rack_minute_part WHERE name = '{Table}'");
    }
}
