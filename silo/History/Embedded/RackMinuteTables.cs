using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>
/// Rack minutes: appended to a recent part, and moved, sorted by rack, into a part per day when enough are gathered or the
/// day is over. One rack's day is then a few blocks of rows instead of a scan, and a day is forgotten by dropping its table.
/// </summary>
sealed class RackMinuteTables : ReplacingRows<RackMinute>
{
    readonly SubjectKeys _keys;
    readonly List<RackMinutePart> _sorted;
    readonly List<RackMinutePart> _recent;

    public RackMinuteTables(DuckDBConnection connection, SubjectKeys keys)
        : base(connection, Newest(connection))
    {
        _keys = keys;
        var parts = RackMinutePart.Of(connection, int.MinValue, int.MaxValue);
        _sorted = [.. parts.Where(part => part.Day is not null)];
        _recent = [.. parts.Where(part => part.Day is null)];
        ActiveRows = (int)connection.Scalar<long>($"SELECT count(*) FROM {Active.Table}")!;
    }

    /// <summary>Rows that were never sorted and are still added to.</summary>
    public int ActiveRows { get; private set; }

    /// <summary>A full recent part that nobody adds to any more; null when there is none.</summary>
    public RackMinutePart? Full => _recent.Count > 1 ? _recent[0] : null;

    /// <summary>Rows deleted from the full part so far: a copy made before a deletion is no longer true.</summary>
    public int FullDeletions { get; private set; }

    RackMinutePart Active => _recent[^1];

    public static void Create(DuckDBConnection connection)
    {
        connection.Execute("CREATE TABLE rack_minute_part (name VARCHAR NOT NULL, day INTEGER)");
        RackMinutePart.Recent(1).Create(connection);
    }

    public static ImmutableArray<RackMinute> Read(DuckDBConnection connection, RackId rack, long key, int from, int to)
    {
        var parts = RackMinutePart.Of(connection, from, to)
            .Select(part => $"SELECT * EXCLUDE (rack) FROM {part.Table} WHERE rack = {key} AND start >= {from} AND start < {to}");
        return connection.Rows($"{string.Join(" UNION ALL ", parts)} ORDER BY start", row => new RackMinute(
            rack, Minutes.ToInstant(row.GetInt32(0)), row.Rollup(1), row.Rollup(5),
            row.IsDBNull(9) ? null : new Energy(row.GetInt64(9)), (IntervalQuality)row.GetByte(10)));
    }

    /// <summary>Sums of a facility's racks; a facility's racks lie beside each other in every sorted part.</summary>
    public static ImmutableArray<RackEnergySum> Sums(DuckDBConnection connection, int facility, int from, int to)
    {
        var (first, end) = (SubjectKeys.FirstRackOf(facility), SubjectKeys.FirstRackOf(facility + 1));
        var parts = RackMinutePart.Of(connection, from, to).Select(part =>
            $"""
            SELECT rack, energy, quality FROM {part.Table}
            WHERE rack >= {first} AND rack < {end} AND start >= {from} AND start < {to} AND energy IS NOT NULL
            """);
        return connection.Rows(
            $"""
            SELECT id, energy::BIGINT, coalesce(estimated, 0)::BIGINT, known::INTEGER
            FROM (
                SELECT rack, sum(energy) AS energy, sum(energy) FILTER (WHERE quality = {(int)IntervalQuality.Estimated}) AS estimated,
                    count(*) AS known
                FROM ({string.Join(" UNION ALL ", parts)}) GROUP BY rack)
            JOIN rack ON key = rack ORDER BY id
            """,
            row => new RackEnergySum(RackId.Parse(row.GetString(0)), new(row.GetInt64(1)), new(row.GetInt64(2)), row.GetInt32(3)));
    }

    /// <summary>Begins a new recent part, so that the present one can be sorted while rows arrive.</summary>
    public void Turn()
    {
        var next = Active.Next();
        Connection.InTransaction(() => next.Create(Connection));
        _recent.Add(next);
        ActiveRows = 0;
    }

    /// <summary>The full part was moved into the parts of these days.</summary>
    public void Sorted(IEnumerable<RackMinutePart> days)
    {
        _recent.RemoveAt(0);
        _sorted.AddRange(days.Except(_sorted));
    }

    /// <summary>Drops the parts of days before <paramref name="day"/>.</summary>
    public void Forget(int day)
    {
        foreach (var part in _sorted.Where(part => part.Day < day).ToList())
        {
            Connection.InTransaction(() => part.Drop(Connection));
            _sorted.Remove(part);
        }
    }

    protected override (long Subject, int Start) KeyOf(RackMinute row) => (_keys.Of(row.Rack), Minutes.Of(row.Minute));

    protected override void Append(ImmutableArray<RackMinute> rows, (long Subject, int Start)[] rowKeys)
    {
        using var appender = Connection.CreateAppender(Active.Table);
        for (var index = 0; index < rows.Length; index++)
        {
            appender.CreateRow().AppendValue(rowKeys[index].Subject).AppendValue(rowKeys[index].Start)
                .Append(rows[index].Power).Append(rows[index].InletTemperature)
                .AppendValue(rows[index].Energy?.WattHours).AppendValue((byte)rows[index].Quality)
                .EndRow();
        }

        ActiveRows += rows.Length;
    }

    protected override void Delete(Restated restated)
    {
        foreach (var part in _recent)
        {
            var deleted = restated.DeleteFrom(part.Table, $"{part.Table}.rack");
            FullDeletions += part == Full ? deleted : 0;
        }

        foreach (var part in _sorted.Where(part => part.Day >= Minutes.Day(restated.First) && part.Day <= Minutes.Day(restated.Last)))
            restated.DeleteFrom(part.Table, $"{part.Table}.rack");
    }

    static int? Newest(DuckDBConnection connection) =>
        RackMinutePart.Of(connection, int.MinValue, int.MaxValue)
            .Select(part => connection.Scalar<int>($"SELECT max(start) FROM {part.Table}")).Max();
}
