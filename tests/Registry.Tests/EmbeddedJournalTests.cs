using DcOps.Domain.Alarms.Journal;
using DcOps.Testing;
using Microsoft.Data.Sqlite;

namespace DcOps.Registry.Tests;

public sealed class EmbeddedJournalTests : JournalConformanceTests
{
    readonly ScratchFolder _folder = new();

    string File => _folder.Of("registry", "alarms.db");

    [Theory]
    [InlineData("UPDATE alarm_entry SET body = 'x'")]
    [InlineData("DELETE FROM alarm_entry")]
    public async Task The_database_itself_refuses_to_change_what_was_written(string statement)
    {
        await Journal.AppendAsync("NJ-01", [Entry("NJ-01", At)], Token);

        var fault = Assert.Throws<SqliteException>(() => Execute(statement));

        Assert.Contains("the journal is only added to", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused()
    {
        await Journal.AppendAsync("NJ-01", [Entry("NJ-01", At)], Token);
        Execute("UPDATE alarm_schema SET version = 99");
        using var older = RegistryJournal.Embedded(File);

        await Assert.ThrowsAsync<RegistryRefusedException>(() => older.FindAsync(new(), Token));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_unavailable_in_words_and_usable_once_it_is_gone()
    {
        Directory.CreateDirectory(_folder.Of("registry"));
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5_000), Token);

        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() => Journal.AppendAsync("NJ-01", [Entry("NJ-01", At)], Token));
        SqliteConnection.ClearAllPools();
        System.IO.File.Delete(File);
        await Journal.AppendAsync("NJ-01", [Entry("NJ-01", At)], Token);

        Assert.Contains(File, fault.Message, StringComparison.Ordinal);
        Assert.Single(await Journal.FindAsync(new(), Token));
    }

    public override async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        await base.DisposeAsync();
    }

    protected override Task<IAlarmJournal> OpenAsync() => Task.FromResult<IAlarmJournal>(RegistryJournal.Embedded(File));

    void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={File}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
