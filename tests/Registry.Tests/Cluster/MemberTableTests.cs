using DcOps.Registry.Cluster;

namespace DcOps.Registry.Tests.Cluster;

public sealed class MemberTableTests(PostgreSqlDaemon daemon) : IClassFixture<PostgreSqlDaemon>, IAsyncLifetime
{
    static readonly DateTimeOffset At = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    ClusterDatabase _database = null!;
    MemberTable _table = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = new(await daemon.NewDatabaseAsync(Token));
        _table = new(_database, "trial");
        await _table.PrepareAsync(Token);
    }

    public ValueTask DisposeAsync() => _database is null ? ValueTask.CompletedTask : _database.DisposeAsync();

    [Fact]
    public async Task A_list_begins_empty_and_stays_when_it_is_prepared_again()
    {
        await _table.WriteAsync(new("a", 0, "one", At), 1, Token);

        await _table.PrepareAsync(Token);

        Assert.Equal(1, (await _table.ReadAsync(null, Token)).Version);
        Assert.Empty((await new MemberTable(_database, "another").ReadAsync(null, Token)).Rows);
    }

    [Fact]
    public async Task Of_two_changes_to_the_same_version_one_is_taken()
    {
        var taken = await Task.WhenAll(
            _table.WriteAsync(new("a", 0, "one", At), 1, Token), _table.WriteAsync(new("b", 0, "two", At), 1, Token));

        Assert.Equal([false, true], taken.Order());
        Assert.Single((await _table.ReadAsync(null, Token)).Rows);
    }

    [Fact]
    public async Task A_row_is_replaced_by_whoever_knew_it()
    {
        await _table.WriteAsync(new("a", 0, "one", At), 1, Token);
        var known = Assert.Single((await _table.ReadAsync("a", Token)).Rows);

        Assert.True(await _table.WriteAsync(known with { Body = "two" }, 2, Token));
        Assert.False(await _table.WriteAsync(known with { Body = "three" }, 3, Token));

        var (version, body) = ((await _table.ReadAsync(null, Token)).Version, Assert.Single((await _table.ReadAsync(null, Token)).Rows).Body);
        Assert.Equal((2, "two"), (version, body));
    }

    [Fact]
    public async Task A_sign_of_life_changes_nothing_else()
    {
        await _table.WriteAsync(new("a", 0, "one", At), 1, Token);
        var before = Assert.Single((await _table.ReadAsync(null, Token)).Rows);

        await _table.AliveAsync("a", At.AddMinutes(5), Token);

        var after = await _table.ReadAsync(null, Token);
        Assert.Equal((1, before with { AliveAt = At.AddMinutes(5) }), (after.Version, Assert.Single(after.Rows)));
    }
}
