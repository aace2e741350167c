using DcOps.Domain.Alarms.Journal;
using Npgsql;

namespace DcOps.Registry.Tests;

public sealed class PostgreSqlJournalTests(PostgreSqlDaemon daemon) : JournalConformanceTests, IClassFixture<PostgreSqlDaemon>
{
    string _connection = "";

    [Theory]
    [InlineData("UPDATE alarm_entry SET body = 'x'")]
    [InlineData("DELETE FROM alarm_entry")]
    [InlineData("TRUNCATE alarm_entry")]
    public async Task The_database_itself_refuses_to_change_what_was_written(string statement)
    {
        await Journal.AppendAsync("NJ-01", [Entry("NJ-01", At)], Token);
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(statement, connection);

        var fault = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Token));

        Assert.Contains("the journal is only added to", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_unavailable_in_words()
    {
        using var away = RegistryJournal.PostgreSql("Host=127.0.0.1;Port=1;Username=postgres;Database=x;Timeout=1");

        await Assert.ThrowsAsync<JournalUnavailableException>(() => away.FindAsync(new(), Token));
    }

    protected override async Task<IAlarmJournal> OpenAsync()
    {
        _connection = await daemon.NewDatabaseAsync(Token);
        return RegistryJournal.PostgreSql(_connection);
    }
}
