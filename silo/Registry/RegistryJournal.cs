using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Journal;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DcOps.Registry;

/// <summary>
/// The journal of alarms in a database: SQLite beside the process, or PostgreSQL. What several owners append at once is written in
/// one transaction.
/// </summary>
public sealed class RegistryJournal : IAlarmJournal, IDisposable
{
    readonly RegistryKind _kind;
    readonly string _where;
    readonly Func<DbConnection> _connect;
    readonly ConcurrentQueue<JournalSubmission> _queue = [];
    readonly SemaphoreSlim _writing = new(1);
    readonly SemaphoreSlim _preparing = new(1);
    volatile bool _isPrepared;

    RegistryJournal(RegistryKind kind, string where, Func<DbConnection> connect) => (_kind, _where, _connect) = (kind, where, connect);

    /// <param name="file">Made when it is absent, with its folder.</param>
    public static RegistryJournal Embedded(string file) => new(
        RegistryKind.Embedded, file, () => new SqliteConnection($"Data Source={file};Default Timeout=30"));

    /// <param name="connection">As in <c>Host=db;Database=dcops;Username=dcops;Password=…</c>; the database must exist.</param>
    public static RegistryJournal PostgreSql(string connection) =>
        new(RegistryKind.PostgreSql, "PostgreSQL", () => new NpgsqlConnection(connection));

    public async Task AppendAsync(string owner, ImmutableArray<AlarmTransition> entries, CancellationToken cancellationToken)
    {
        if (entries.IsEmpty)
            return;

        var mine = new JournalSubmission(owner, entries);
        _queue.Enqueue(mine);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (!mine.IsDone)
                await WriteWaitingAsync();
        }
        finally
        {
            _writing.Release();
        }

        await mine.Written;
    }

    public Task<ImmutableArray<AlarmTransition>> TailAsync(string owner, DateTimeOffset from, CancellationToken cancellationToken) => ListAsync(
        "SELECT body FROM alarm_entry WHERE place = @owner AND recorded_ticks >= @from ORDER BY recorded_ticks, number",
        [("@owner", owner), ("@from", from.UtcTicks)], cancellationToken);

    public Task<ImmutableArray<AlarmTransition>> FindAsync(JournalQuery query, CancellationToken cancellationToken)
    {
        var (sql, values) = JournalSql.Of(query);
        return ListAsync(sql, values, cancellationToken);
    }

    public async IAsyncEnumerable<AlarmTransition> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, string? where, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int Page = 5_000;
        // Page by page, so that no reader holds a connection while its taker thinks.
        var (after, last) = (from.UtcTicks, (string?)null);
        while (true)
        {
            var (sql, values) = JournalSql.PageOf(after, to.UtcTicks, last, where, Page);
            var page = await ListAsync(sql, values, cancellationToken);
            foreach (var entry in page)
                yield return entry;
            if (page.Length < Page)
                yield break;
            (after, last) = (page[^1].At.UtcTicks, page[^1].Id.ToString());
        }
    }

    public void Dispose()
    {
        _writing.Dispose();
        _preparing.Dispose();
    }

    async Task WriteWaitingAsync()
    {
        var all = new List<JournalSubmission>();
        while (_queue.TryDequeue(out var next))
            all.Add(next);
        try
        {
            // The embedded database works on the thread that asks.
            await Task.Run(() => TryAsync(connection => JournalSql.InsertAsync(connection, all), CancellationToken.None));
            all.ForEach(submission => submission.Done());
        }
        catch (Exception fault) when (fault is JournalUnavailableException or RegistryRefusedException)
        {
            all.ForEach(submission => submission.Fail(fault));
        }
    }

    Task<ImmutableArray<AlarmTransition>> ListAsync(
        string sql, (string Name, object Value)[] values, CancellationToken cancellationToken) => Task.Run(
            () => TryAsync(
                async connection =>
                {
                    await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // made of constants; what is asked for comes as parameters
                    command.CommandText = sql;
#pragma warning restore CA2100
                    foreach (var (name, value) in values)
                        JournalSql.Add(command, name, value);
                    await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                    var entries = ImmutableArray.CreateBuilder<AlarmTransition>();
                    while (await reader.ReadAsync(cancellationToken))
                        entries.Add(TransitionText.Parse(reader.GetString(0)));
                    return entries.DrainToImmutable();
                },
                cancellationToken),
            cancellationToken);

    async Task<T> TryAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            if (_kind == RegistryKind.Embedded && !_isPrepared)
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_where))!);
            await using var connection = _connect();
            await connection.OpenAsync(cancellationToken);
            await PrepareAsync(connection, cancellationToken);
            return await work(connection);
        }
        catch (Exception fault) when (fault is DbException or IOException or TimeoutException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException($"The journal of alarms ({_where}) cannot be used: {fault.Message}", fault);
        }
    }

    async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (_isPrepared)
            return;

        await _preparing.WaitAsync(cancellationToken);
        try
        {
            if (!_isPrepared)
                await JournalSchema.PrepareAsync(connection, _kind, cancellationToken);
            _isPrepared = true;
        }
        finally
        {
            _preparing.Release();
        }
    }
}
