using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>Statements on one connection. Values in the text are numbers and names of our own making, never a caller's text.</summary>
static class Sql
{
    public static int Execute(this DuckDBConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteNonQuery();
    }

    /// <returns>Null when there is no row, or the value is null.</returns>
    public static T? Scalar<T>(this DuckDBConnection connection, string query)
        where T : struct =>
        connection.Rows(query, reader => reader.IsDBNull(0) ? (T?)null : reader.GetFieldValue<T>(0)).FirstOrDefault();

    public static ImmutableArray<T> Rows<T>(this DuckDBConnection connection, string query, Func<DuckDBDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = ImmutableArray.CreateBuilder<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows.DrainToImmutable();
    }

    /// <summary>Everything inside becomes visible at once, or not at all.</summary>
    public static void InTransaction(this DuckDBConnection connection, Action work)
    {
        using var transaction = connection.BeginTransaction();
        work();
        transaction.Commit();
    }
}
