using DcOps.Domain.Ledger.Archive;
using DcOps.Registry.Cluster;
using Npgsql;

namespace DcOps.Registry.Tests.Cluster;

public sealed class CheckpointTableTests(PostgreSqlDaemon daemon) : IClassFixture<PostgreSqlDaemon>
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_silo_wrote_another_reads()
    {
        var connection = await daemon.NewDatabaseAsync(Token);
        await using var first = new ClusterDatabase(connection);
        await using var second = new ClusterDatabase(connection);

        Assert.Empty(await new CheckpointTable(first).WriteAsync([Write("room/A", 5, 0), Write("room/B", 6, 0)], Token));

        var row = await new CheckpointTable(second).ReadAsync("room/A", Token);
        Assert.Equal("5: 1 2", $"{row!.Value.Version}: {string.Join(' ', row.Value.Image.ToArray())}");
        Assert.Null(await new CheckpointTable(second).ReadAsync("room/C", Token));
        var all = await new CheckpointTable(second).ReadAllAsync(Token).ToListAsync(Token);
        Assert.Equal(["room/A", "room/B"], all.Select(found => found.Key));
    }

    [Fact]
    public async Task A_row_is_replaced_by_whoever_knew_it_and_by_nobody_else()
    {
        await using var database = new ClusterDatabase(await daemon.NewDatabaseAsync(Token));
        var table = new CheckpointTable(database);
        await table.WriteAsync([Write("room/A", 5, 0), Write("room/B", 5, 0)], Token);

        Assert.Empty(await table.WriteAsync([Write("room/A", 6, 5)], Token));
        var overtaken = await table.WriteAsync([Write("room/A", 9, 5), Write("room/B", 9, 5), Write("room/C", 9, 4)], Token);

        Assert.Equal(["room/A", "room/C"], overtaken);
        Assert.Equal(6, (await table.ReadAsync("room/A", Token))?.Version);
        Assert.Equal(9, (await table.ReadAsync("room/B", Token))?.Version);
        Assert.Equal(["room/A"], await table.WriteAsync([Write("room/A", 10, 0)], Token));
    }

    [Fact]
    public async Task Tables_of_a_newer_version_are_refused_in_words()
    {
        var connection = await daemon.NewDatabaseAsync(Token);
        await using (var ours = new ClusterDatabase(connection))
            await new CheckpointTable(ours).ReadAsync("room/A", Token);
        await using var direct = NpgsqlDataSource.Create(connection);
        await using var command = direct.CreateCommand("INSERT INTO cluster_schema VALUES (99)");
        await command.ExecuteNonQueryAsync(Token);
        await using var database = new ClusterDatabase(connection);

        var refusal = await Assert.ThrowsAsync<RegistryRefusedException>(() => new CheckpointTable(database).ReadAsync("room/A", Token));

        Assert.Contains("version 99", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_unavailable_in_words()
    {
        await using var away = new ClusterDatabase("Host=127.0.0.1;Port=1;Username=postgres;Database=x;Timeout=1");

        await Assert.ThrowsAsync<ArchiveUnavailableException>(() => new CheckpointTable(away).ReadAsync("room/A", Token));
    }

    static CheckpointWrite Write(string key, long version, long before) => new(new(key, version, new byte[] { 1, 2 }), before);
}
