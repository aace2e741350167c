using System.Data;
using DcOps.Domain.Ledger.Archive;
using Npgsql;

namespace DcOps.Registry.Cluster;

/// <summary>Who is a member of a cluster: a list with one version, changed only by whoever knew its last.</summary>
/// <param name="cluster">Name of the cluster; others may share the database.</param>
public sealed class MemberTable(ClusterDatabase database, string cluster)
{
    /// <summary>Makes the list when it is not there, at version 0.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be used now.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) => DoAsync(
        "INSERT INTO cluster_version VALUES (@cluster, 0) ON CONFLICT DO NOTHING", [], cancellationToken);

    /// <param name="silo">Null for all of them.</param>
    /// <exception cref="ArchiveUnavailableException">The database cannot be used now.</exception>
    public Task<MemberRows> ReadAsync(string? silo, CancellationToken cancellationToken) => database.TryAsync(
        async connection =>
        {
            // Version and rows of one instant.
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await using var command = Command(
                connection,
                """
                SELECT number, silo, tag, body, alive_ticks FROM cluster_version LEFT JOIN cluster_member
                ON cluster_member.cluster = cluster_version.cluster AND (@silo = '' OR silo = @silo) WHERE cluster_version.cluster = @cluster
                """,
                [("silo", silo ?? "")]);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var version = 0;
            var rows = ImmutableArray.CreateBuilder<MemberRow>();
            while (await reader.ReadAsync(cancellationToken))
            {
                version = reader.GetInt32(0);
                if (!await reader.IsDBNullAsync(1, cancellationToken))
                    rows.Add(new(reader.GetString(1), reader.GetInt64(2), reader.GetString(3), new(reader.GetInt64(4), TimeSpan.Zero)));
            }

            return new MemberRows(version, rows.DrainToImmutable());
        },
        cancellationToken);

    /// <summary>Adds a silo, or replaces its row; false when somebody else changed the list or the row meanwhile.</summary>
    /// <param name="row">Its tag is the one that was read; 0 for a silo that is new.</param>
    /// <param name="version">Of the list with this change: one more than was read.</param>
    /// <exception cref="ArchiveUnavailableException">The database cannot be used now.</exception>
    public Task<bool> WriteAsync(MemberRow row, int version, CancellationToken cancellationToken) => database.TryAsync(
        async connection =>
        {
            const string Add = "INSERT INTO cluster_member VALUES (@cluster, @silo, 1, @body, @alive) ON CONFLICT DO NOTHING";
            const string Replace =
                "UPDATE cluster_member SET tag = tag + 1, body = @body, alive_ticks = @alive WHERE cluster = @cluster AND silo = @silo AND tag = @tag";
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            await using var move = Command(
                connection, "UPDATE cluster_version SET number = @number WHERE cluster = @cluster AND number = @number - 1", [("number", version)]);
            await using var put = Command(
                connection, row.Tag == 0 ? Add : Replace,
                [("silo", row.Silo), ("tag", row.Tag), ("body", row.Body), ("alive", row.AliveAt.UtcTicks)]);
            if (await move.ExecuteNonQueryAsync(cancellationToken) == 0 || await put.ExecuteNonQueryAsync(cancellationToken) == 0)
                return false;

            await transaction.CommitAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>The silo lives; changes neither its tag nor the version of the list.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be used now.</exception>
    public Task AliveAsync(string silo, DateTimeOffset at, CancellationToken cancellationToken) => DoAsync(
        "UPDATE cluster_member SET alive_ticks = @alive WHERE cluster = @cluster AND silo = @silo",
        [("silo", silo), ("alive", at.UtcTicks)], cancellationToken);

    /// <summary>Takes rows out of the list.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be used now.</exception>
    public Task RemoveAsync(IEnumerable<string> silos, CancellationToken cancellationToken) => DoAsync(
        "DELETE FROM cluster_member WHERE cluster = @cluster AND silo = ANY(@silos)", [("silos", silos.ToArray())], cancellationToken);

    /// <summary>Takes the whole list out.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be used now.</exception>
    public async Task RemoveAllAsync(CancellationToken cancellationToken)
    {
        await DoAsync("DELETE FROM cluster_member WHERE cluster = @cluster", [], cancellationToken);
        await DoAsync("DELETE FROM cluster_version WHERE cluster = @cluster", [], cancellationToken);
    }

    Task<int> DoAsync(string statement, (string Name, object Value)[] values, CancellationToken cancellationToken) => database.TryAsync(
        async connection =>
        {
            await using var command = Command(connection, statement, values);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    NpgsqlCommand Command(NpgsqlConnection connection, string statement, (string Name, object Value)[] values)
    {
        var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddWithValue("cluster", cluster);
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
