using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>Copies one recent part into the parts of its days, sorted by rack: on a connection of its own, while rows arrive elsewhere.</summary>
sealed class RackMinuteSort(DuckDBConnection connection, RackMinutePart full) : IDisposable
{
    readonly DuckDBTransaction _transaction = connection.BeginTransaction();

    /// <summary>Copies; nothing is visible yet.</summary>
    /// <returns>The parts that now hold the rows.</returns>
    public ImmutableArray<RackMinutePart> Copy()
    {
        var days = connection.Rows(
            $"SELECT DISTINCT floor(start / {Minutes.PerDay})::INTEGER AS day FROM {full.Table} ORDER BY day", row => RackMinutePart.OfDay(row.GetInt32(0)));
        foreach (var part in days)
        {
            if (connection.Scalar<int>($"SELECT day FROM rack_minute_part WHERE day = {part.Day}") is null)
                part.Create(connection);
            connection.Execute($"""
                INSERT INTO {part.Table} SELECT * FROM {full.Table}
                WHERE start >= {part.Day * Minutes.PerDay} AND start < {(part.Day + 1) * Minutes.PerDay} ORDER BY rack, start
                """);
        }

        return days;
    }

    /// <summary>Puts the copies in the place of the part.</summary>
    public void Commit()
    {
        full.Drop(connection);
        _transaction.Commit();
    }

    /// <summary>Without a commit before, undoes the copies.</summary>
    public void Dispose() => _transaction.Dispose();
}
