using DcOps.Domain.History;
using DcOps.History.Embedded;
using DcOps.History.Tests.Conformance;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.History.Tests.Embedded;

/// <summary>The embedded store in a folder of the test's own.</summary>
sealed class EmbeddedStore(EmbeddedOptions options, ScratchFolder folder) : StoreUnderTest
{
    string? _hidden;

    EmbeddedHistory _history = Open(options);

    public override IHistoryWriter Writer => _history;

    public override IHistoryReader Reader => _history;

    public static EmbeddedStore Start(int recentRows = 4_000_000)
    {
        var folder = new ScratchFolder();
        return new(new EmbeddedOptions(folder.Of("history"), KeepDays: 36_500, RecentRows: recentRows, MemoryMegabytes: 256, Threads: 2), folder);
    }

    public override async Task RestartAsync()
    {
        await _history.DisposeAsync();
        _history = Open(options);
    }

    // A folder where the file should be is a disk that does not give it.
    public override async Task TakeAwayAsync()
    {
        await _history.DisposeAsync();
        _hidden = options.Folder + ".away";
        Directory.Move(options.Folder, _hidden);
        Directory.CreateDirectory(Path.Combine(options.Folder, "history.duckdb"));
        _history = Open(options);
    }

    public override Task BringBackAsync()
    {
        Directory.Delete(options.Folder, recursive: true);
        Directory.Move(_hidden!, options.Folder);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await _history.DisposeAsync();
        folder.Dispose();
    }

    static EmbeddedHistory Open(EmbeddedOptions options) =>
        new(options, TimeProvider.System, NullLogger<EmbeddedHistory>.Instance);
}
