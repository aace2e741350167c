using System.Data.Common;
using System.Text.Json;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DcOps.Registry;

/// <summary>Planned notices in a database: a file of their own, or a table of PostgreSQL.</summary>
public sealed class RegistryNotices : INoticeStore
{
    const string Schema =
        "CREATE TABLE IF NOT EXISTS alarm_notice (id TEXT NOT NULL PRIMARY KEY, incident TEXT NOT NULL, body TEXT NOT NULL)";

    readonly Func<DbConnection> _connect;
    readonly string? _file;

    RegistryNotices(string? file, Func<DbConnection> connect) => (_file, _connect) = (file, connect);

    /// <param name="file">Made when it is absent, with its folder.</param>
    public static RegistryNotices Embedded(string file) => new(file, () => new SqliteConnection($"Data Source={file};Default Timeout=30"));

    /// <param name="connection">The database must exist.</param>
    public static RegistryNotices PostgreSql(string connection) => new(null, () => new NpgsqlConnection(connection));

    public Task<ImmutableArray<NoticeRecord>> LoadAsync(CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT body FROM alarm_notice";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var records = ImmutableArray.CreateBuilder<NoticeRecord>();
            while (await reader.ReadAsync(cancellationToken))
                records.Add(JsonSerializer.Deserialize<NoticeRecord>(reader.GetString(0)) ?? throw new FormatException("A notice is not null."));
            return records.DrainToImmutable();
        },
        cancellationToken);

    public Task SaveAsync(ImmutableArray<NoticeRecord> records, CancellationToken cancellationToken) => UseAsync(
        connection => EachAsync(
            connection,
            "INSERT INTO alarm_notice (id, incident, body) VALUES (@id, @incident, @body) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            records.Select(record => new[] { ("@id", record.Key.ToString()), ("@incident", record.Incident.ToString()), ("@body", JsonSerializer.Serialize(record)) }),
            cancellationToken),
        cancellationToken);

    public Task ForgetAsync(ImmutableArray<AlarmId> incidents, CancellationToken cancellationToken) => UseAsync(
        connection => EachAsync(
            connection, "DELETE FROM alarm_notice WHERE incident = @incident",
            incidents.Select(incident => new[] { ("@incident", incident.ToString()) }), cancellationToken),
        cancellationToken);

    static async Task<int> EachAsync(
        DbConnection connection, string sql, IEnumerable<(string Name, string Value)[]> rows, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the statements stand in this file
        command.CommandText = sql;
#pragma warning restore CA2100
        var changed = 0;
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            foreach (var (name, value) in row)
                JournalSql.Add(command, name, value);
            changed += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    Task<T> UseAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            // The embedded database works on the thread that asks.
            if (_file is not null)
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_file))!);
            await using var connection = _connect();
            await connection.OpenAsync(cancellationToken);
            await using (var preparing = connection.CreateCommand())
            {
                preparing.CommandText = Schema;
                await preparing.ExecuteNonQueryAsync(cancellationToken);
            }

            return await work(connection);
        },
        cancellationToken);
}
