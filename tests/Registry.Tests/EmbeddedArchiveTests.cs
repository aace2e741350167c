using DcOps.Domain.Ledger.Archive;
using DcOps.Testing;
using Microsoft.Data.Sqlite;

namespace DcOps.Registry.Tests;

public sealed class EmbeddedArchiveTests : ArchiveConformanceTests
{
    readonly ScratchFolder _folder = new();

    string File => _folder.Of("registry", "registry.db");

    [Fact]
    public async Task It_outlives_its_process_and_two_may_use_it()
    {
        await Archive.AppendAsync([Entry("NJ-01", "a", 1)], Token);
        using var other = RegistryArchive.Embedded(File);

        Assert.True(await other.AppendAsync([Entry("NJ-01", "a", 2)], Token));

        Assert.Equal(2, (await Archive.ReadAsync(new(ArchiveKind.ClosedMonth), Token)).Length);
        Assert.False(await Archive.AppendAsync([Entry("NJ-01", "a", 2)], Token));
    }

    [Theory]
    [InlineData("UPDATE archive_entry SET body = 'x'")]
    [InlineData("DELETE FROM archive_entry")]
    public async Task The_database_itself_refuses_to_change_what_was_written(string statement)
    {
        await Archive.AppendAsync([Entry("NJ-01", "a", 1)], Token);

        var fault = Assert.Throws<SqliteException>(() => Execute(statement));

        Assert.Contains("the archive is only added to", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_of_a_newer_version_is_refused()
    {
        await Archive.AppendAsync([Entry("NJ-01", "a", 1)], Token);
        Execute("UPDATE registry_schema SET version = 99");
        using var older = RegistryArchive.Embedded(File);

        await Assert.ThrowsAsync<RegistryRefusedException>(() => older.ReadAsync(new(ArchiveKind.ClosedMonth), Token));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_unavailable_in_words()
    {
        Directory.CreateDirectory(_folder.Of("registry"));
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5_000), Token);

        var fault = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => Archive.ReadAsync(new(ArchiveKind.ClosedMonth), Token));

        Assert.Contains(File, fault.Message, StringComparison.Ordinal);
    }

    public override async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        await base.DisposeAsync();
    }

    protected override Task<ILedgerArchive> OpenAsync() => Task.FromResult<ILedgerArchive>(RegistryArchive.Embedded(File));

    void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={File}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
