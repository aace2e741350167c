using System.Data;
using System.Data.Common;
using DcOps.Domain.Ledger.Archive;
using Microsoft.EntityFrameworkCore;

namespace DcOps.Registry;

/// <summary>The archive in a database: SQLite beside the process, or PostgreSQL.</summary>
public sealed class RegistryArchive : ILedgerArchive, IDisposable
{
    readonly DbContextOptions<RegistryContext> _options;
    readonly RegistryKind _kind;
    readonly string _where;

    // SQLite has one writer, and waiting in line beats waiting in retries.
    readonly SemaphoreSlim _writing = new(1);
    bool _isPrepared;

    RegistryArchive(RegistryKind kind, DbContextOptions<RegistryContext> options, string where) =>
        (_kind, _options, _where) = (kind, options, where);

    /// <param name="file">Made when it is absent, with its folder.</param>
    public static RegistryArchive Embedded(string file) => new(
        RegistryKind.Embedded, new DbContextOptionsBuilder<RegistryContext>().UseSqlite($"Data Source={file};Default Timeout=30").Options, file);

    /// <param name="connection">As in <c>Host=db;Database=dcops;Username=dcops;Password=…</c>; the database must exist.</param>
    public static RegistryArchive PostgreSql(string connection) => new(
        RegistryKind.PostgreSql, new DbContextOptionsBuilder<RegistryContext>().UseNpgsql(connection).Options, "PostgreSQL");

    public async Task<ImmutableArray<ArchiveEntry>> ReadAsync(ArchiveQuery query, CancellationToken cancellationToken) =>
        await TryAsync(
            async context =>
            {
                var rows = context.Entries.AsNoTracking().Where(row => row.Kind == query.Kind);
                if (query.Scope is { } scope)
                    rows = rows.Where(row => row.Scope == scope);
                if (query.Item is { } item)
                    rows = rows.Where(row => row.Item == item);
                if (query.From?.UtcTicks is { } from)
                    rows = rows.Where(row => row.FromTicks >= from);
                if (query.To?.UtcTicks is { } to)
                    rows = rows.Where(row => row.FromTicks < to);
                if (query.NewestOnly)
                {
                    rows = rows.Where(row => !context.Entries.Any(later => later.Kind == row.Kind && later.Scope == row.Scope
                        && later.Item == row.Item && later.Number > row.Number));
                }

                if (query.IsBodyLeftOut)
                {
                    rows = rows.Select(row => new ArchiveRow
                    {
                        Kind = row.Kind,
                        Scope = row.Scope,
                        Item = row.Item,
                        Number = row.Number,
                        FromTicks = row.FromTicks,
                        AtTicks = row.AtTicks,
                        Author = row.Author,
                        Reason = row.Reason,
                        Body = "",
                    });
                }

                // Ordered here: databases differ in how they compare text.
                return (await rows.ToListAsync(cancellationToken)).Select(row => row.Entry)
                    .OrderBy(entry => entry.Scope, StringComparer.Ordinal).ThenBy(entry => entry.From)
                    .ThenBy(entry => entry.Item, StringComparer.Ordinal).ThenBy(entry => entry.Number).ToImmutableArray();
            },
            cancellationToken);

    public async Task<bool> AppendAsync(ImmutableArray<ArchiveEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.IsEmpty)
            return true;

        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await TryAsync(context => AppendAsync(context, entries, cancellationToken), cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    static async Task<bool> AppendAsync(RegistryContext context, ImmutableArray<ArchiveEntry> entries, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        foreach (var group in entries.GroupBy(entry => (entry.Kind, entry.Scope, entry.Item)))
        {
            var (kind, scope, item) = group.Key;
            var highest = await context.Entries.Where(row => row.Kind == kind && row.Scope == scope && row.Item == item)
                .MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0;
            if (!group.Select(entry => entry.Number).SequenceEqual(Enumerable.Range(highest + 1, group.Count())))
                return false;
        }

        context.Entries.AddRange(entries.Select(ArchiveRow.Of));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (Exception fault) when (IsTaken(fault))
        {
            return false;
        }
    }

    // Another process was faster: its row stands, or the database saw that both could not.
    static bool IsTaken(Exception fault) => fault switch
    {
        Npgsql.PostgresException { SqlState: "23505" or "40001" } => true,
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 } => true,
        DbUpdateException { InnerException: { } inner } => IsTaken(inner),
        InvalidOperationException { InnerException: { } inner } => IsTaken(inner),
        _ => false,
    };

    async Task<T> TryAsync<T>(Func<RegistryContext, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = new RegistryContext(_options);
            await PrepareAsync(context, cancellationToken);
            return await work(context);
        }
        catch (Exception fault) when (fault is DbException or IOException or TimeoutException or InvalidOperationException { InnerException: DbException })
        {
            throw new ArchiveUnavailableException($"The registry ({_where}) cannot be used: {fault.Message}", fault);
        }
    }

    async Task PrepareAsync(RegistryContext context, CancellationToken cancellationToken)
    {
        if (_isPrepared)
            return;

        if (_kind == RegistryKind.Embedded)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_where))!);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        }

        await RegistrySchema.PrepareAsync(context, _kind, cancellationToken);
        _isPrepared = true;
    }
}
