using System.Data.Common;
using DcOps.Domain.Ledger.Archive;
using Npgsql;

namespace DcOps.Registry.Cluster;

/// <summary>
/// What the silos of one province share besides the registry, in the same PostgreSQL: who is a member, and the owners'
/// checkpoints. Every fault of the database comes out as <see cref="ArchiveUnavailableException"/>.
/// </summary>
public sealed class ClusterDatabase : IAsyncDisposable
{
    /// <summary>Number of the last step of the tables.</summary>
    public const int Version = 1;

    const int AnswerWithinSeconds = 15;

    static readonly string[] First =
    [
        "CREATE TABLE cluster_version (cluster TEXT PRIMARY KEY, number INTEGER NOT NULL)",
        """
        CREATE TABLE cluster_member (cluster TEXT NOT NULL, silo TEXT NOT NULL, tag BIGINT NOT NULL, body TEXT NOT NULL,
        alive_ticks BIGINT NOT NULL, PRIMARY KEY (cluster, silo))
        """,
        "CREATE TABLE checkpoint (key TEXT PRIMARY KEY, version BIGINT NOT NULL, image BYTEA NOT NULL)",
        // An image changes as a whole every few seconds: to compress it would cost more than the disk it saves.
        "ALTER TABLE checkpoint ALTER COLUMN image SET STORAGE EXTERNAL",
    ];

    readonly NpgsqlDataSource _source;
    readonly SemaphoreSlim _preparing = new(1);
    bool _isPrepared;

    /// <param name="connection">As in <c>Host=db;Database=dcops;Username=dcops;Password=…</c>; the database must exist.</param>
    public ClusterDatabase(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        settings.Timeout = Math.Min(settings.Timeout, AnswerWithinSeconds);
        settings.CommandTimeout = Math.Min(settings.CommandTimeout, AnswerWithinSeconds);
        _source = NpgsqlDataSource.Create(settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _preparing.Dispose();
    }

    /// <exception cref="ArchiveUnavailableException">The database cannot be used now.</exception>
    /// <exception cref="RegistryRefusedException">A newer version made its tables.</exception>
    internal async Task<T> TryAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellationToken);
            await PrepareAsync(connection, cancellationToken);
            return await work(connection);
        }
        catch (Exception fault) when (fault is DbException or IOException or TimeoutException)
        {
            throw new ArchiveUnavailableException($"The cluster's database (PostgreSQL) cannot be used: {fault.Message}", fault);
        }
    }

    async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _isPrepared))
            return;

        await _preparing.WaitAsync(cancellationToken);
        try
        {
            if (!_isPrepared)
                await MakeTablesAsync(connection, cancellationToken);
            Volatile.Write(ref _isPrepared, true);
        }
        finally
        {
            _preparing.Release();
        }
    }

    static async Task MakeTablesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "SELECT pg_advisory_xact_lock(7205803)", cancellationToken);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS cluster_schema (version INTEGER NOT NULL)", cancellationToken);
        await using var ask = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM cluster_schema", connection);
        var version = (int)(await ask.ExecuteScalarAsync(cancellationToken) ?? 0);
        if (version > Version)
        {
            throw new RegistryRefusedException(
                $"The cluster's tables have version {version}; this version of DcOps knows up to {Version}. Start the newer DcOps again.");
        }

        if (version < 1)
        {
            foreach (var statement in First)
                await ExecuteAsync(connection, statement, cancellationToken);
            await ExecuteAsync(connection, "INSERT INTO cluster_schema VALUES (1)", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
