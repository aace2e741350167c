using DcOps.Silo.Host.Backup;
using DcOps.Testing;

namespace DcOps.Grains.Tests.Backup;

public sealed class RestoreRunTests : IAsyncLifetime
{
    readonly ScratchFolder _folder = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    string Backup => _folder.Of("backup");

    string Data => _folder.Of("data");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(Backup, "registry"));
        await File.WriteAllTextAsync(Path.Combine(Backup, "registry", "registry.db"), "what was kept", Token);
        var manifest = await BackupManifest.OfAsync(Backup, Site.Start, [], Token);
        await manifest.WriteAsync(Backup, Token);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Brings_every_file()
    {
        await RestoreRun.BringAsync(Backup, Data, null, Token);

        Assert.Equal("what was kept", await File.ReadAllTextAsync(Path.Combine(Data, "registry", "registry.db"), Token));
    }

    [Fact]
    public async Task Refuses_one_that_was_not_finished()
    {
        File.Delete(Path.Combine(Backup, BackupManifest.Name));

        Assert.Contains("not finished", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_one_of_a_newer_version()
    {
        await File.WriteAllTextAsync(Path.Combine(Backup, BackupManifest.Name), """{ "format": 2, "something": "else" }""", Token);

        Assert.Contains("newer version", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_one_with_a_file_cut_short()
    {
        await File.WriteAllTextAsync(Path.Combine(Backup, "registry", "registry.db"), "what was", Token);

        Assert.Contains("registry/registry.db is not as it was written", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_one_with_a_file_missing()
    {
        File.Delete(Path.Combine(Backup, "registry", "registry.db"));

        Assert.Contains("registry/registry.db is missing", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"format\": ")]
    [InlineData("{ }")]
    public async Task Refuses_one_whose_list_is_half_written(string text)
    {
        await File.WriteAllTextAsync(Path.Combine(Backup, BackupManifest.Name), text, Token);

        Assert.Contains("cannot be read", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_to_mix_with_what_is_there()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "mine"), "", Token);

        Assert.Contains("is not empty", await RefusalAsync(isEmpty: false), StringComparison.Ordinal);
    }

    async Task<string> RefusalAsync(bool isEmpty = true)
    {
        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => RestoreRun.BringAsync(Backup, Data, null, Token));

        Assert.Equal(isEmpty, !Directory.Exists(Data));
        return refusal.Message;
    }
}
