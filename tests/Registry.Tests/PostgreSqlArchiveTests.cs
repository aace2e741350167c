using DcOps.Domain.Ledger.Archive;
using Npgsql;

namespace DcOps.Registry.Tests;

public sealed class PostgreSqlArchiveTests(PostgreSqlDaemon daemon) : ArchiveConformanceTests, IClassFixture<PostgreSqlDaemon>
{
    string _connection = "";

    [Theory]
    [InlineData("UPDATE archive_entry SET body = 'x'")]
    [InlineData("DELETE FROM archive_entry")]
    [InlineData("TRUNCATE archive_entry")]
    public async Task The_database_itself_refuses_to_change_what_was_written(string statement)
    {
        await Archive.AppendAsync([Entry("NJ-01", "a", 1)], Token);
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(statement, connection);

        var fault = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Token));

        Assert.Contains("the archive is only added to", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_unavailable_in_words()
    {
        using var away = RegistryArchive.PostgreSql("Host=127.0.0.1;Port=1;Username=postgres;Database=x;Timeout=1");

        await Assert.ThrowsAsync<ArchiveUnavailableException>(() => away.ReadAsync(new(ArchiveKind.ClosedMonth), Token));
    }

    protected override async Task<ILedgerArchive> OpenAsync()
    {
        _connection = await daemon.NewDatabaseAsync(Token);
        return RegistryArchive.PostgreSql(_connection);
    }
}
