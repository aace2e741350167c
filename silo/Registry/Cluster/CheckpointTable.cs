using System.Data;
using System.Runtime.CompilerServices;
using DcOps.Domain.Ledger.Archive;
using Npgsql;
using NpgsqlTypes;

namespace DcOps.Registry.Cluster;

/// <summary>
/// The checkpoints that every silo of a cluster can read. A row is replaced only by whoever knew it: of two silos that
/// take an owner for theirs, the one that wrote later learns that it is not.
/// </summary>
public sealed class CheckpointTable(ClusterDatabase database)
{
    const string Replace =
        """
        UPDATE checkpoint SET version = given.version, image = given.image
        FROM unnest(@keys, @versions, @befores, @images) AS given(key, version, before, image)
        WHERE checkpoint.key = given.key AND checkpoint.version = given.before RETURNING checkpoint.key
        """;

    const string Add =
        """
        INSERT INTO checkpoint (key, version, image)
        SELECT key, version, image FROM unnest(@keys, @versions, @befores, @images) AS given(key, version, before, image) WHERE before = 0
        ON CONFLICT (key) DO NOTHING RETURNING key
        """;

    /// <summary>Keeps the bulk in one transaction, durably, but for rows that somebody else replaced.</summary>
    /// <returns>Keys of those that were not taken; empty when all were.</returns>
    /// <exception cref="ArchiveUnavailableException">The database cannot be used now; whether it kept the bulk is not known.</exception>
    public Task<ImmutableArray<string>> WriteAsync(IReadOnlyCollection<CheckpointWrite> bulk, CancellationToken cancellationToken) =>
        database.TryAsync(
            async connection =>
            {
                // In one order, so that two silos never wait for each other.
                CheckpointWrite[] ordered = [.. bulk.OrderBy(write => write.Row.Key, StringComparer.Ordinal)];
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
                var taken = new HashSet<string>(StringComparer.Ordinal);
                await RunAsync(connection, Replace, ordered, taken, cancellationToken);
                if (Array.Exists(ordered, write => write.Before == 0))
                    await RunAsync(connection, Add, ordered, taken, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return ordered.Select(write => write.Row.Key).Where(key => !taken.Contains(key)).ToImmutableArray();
            },
            cancellationToken);

    /// <summary>Null when the key was never written.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be used now.</exception>
    public Task<CheckpointRow?> ReadAsync(string key, CancellationToken cancellationToken) => database.TryAsync<CheckpointRow?>(
        async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT version, image FROM checkpoint WHERE key = @key", connection);
            command.Parameters.AddWithValue("key", key);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) ? new(key, reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
        },
        cancellationToken);

    /// <summary>Every row, in order of key.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be used now.</exception>
    public async IAsyncEnumerable<CheckpointRow> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = await database.TryAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand("SELECT key FROM checkpoint ORDER BY key", connection);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                var found = new List<string>();
                while (await reader.ReadAsync(cancellationToken))
                    found.Add(reader.GetString(0));
                return found;
            },
            cancellationToken);
        foreach (var key in keys)
        {
            if (await ReadAsync(key, cancellationToken) is { } row)
                yield return row;
        }
    }

    static async Task RunAsync(
        NpgsqlConnection connection, string statement, CheckpointWrite[] bulk, HashSet<string> taken, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.Add(new("keys", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = Array.ConvertAll(bulk, write => write.Row.Key) });
        command.Parameters.Add(new("versions", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = Array.ConvertAll(bulk, write => write.Row.Version) });
        command.Parameters.Add(new("befores", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = Array.ConvertAll(bulk, write => write.Before) });
        command.Parameters.Add(new("images", NpgsqlDbType.Array | NpgsqlDbType.Bytea) { Value = Array.ConvertAll(bulk, write => write.Row.Image.ToArray()) });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            taken.Add(reader.GetString(0));
    }
}
