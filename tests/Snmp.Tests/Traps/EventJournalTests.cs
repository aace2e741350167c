using DcOps.Collectors.Snmp.Events;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Traps;

public sealed class EventJournalTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gives_back_what_was_kept_in_order_over_restarts()
    {
        await KeepAsync(1_000_000, Event("a"), Event("b"));
        await KeepAsync(1_000_000, Event("c"));

        Assert.Equal(["a", "b", "c"], EventJournal.Read(_folder.Path).Select(each => each.Name));
        Assert.Equal([new EventVariable("1.3.6", "值")], EventJournal.Read(_folder.Path).First().Variables);
    }

    [Fact]
    public async Task Leaves_out_a_line_that_a_crash_has_torn()
    {
        await KeepAsync(1_000_000, Event("a"), Event("b"));
        var file = Assert.Single(Directory.GetFiles(_folder.Path));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))[..^40], TestContext.Current.CancellationToken);
        await KeepAsync(1_000_000, Event("c"));

        Assert.Equal(["a", "c"], EventJournal.Read(_folder.Path).Select(each => each.Name));
    }

    [Fact]
    public async Task Lets_the_oldest_go_when_all_together_are_too_large()
    {
        for (var number = 0; number < 500; number++)
            await KeepAsync(20_000, Event($"e{number}"));

        Assert.True(new DirectoryInfo(_folder.Path).EnumerateFiles().Sum(file => file.Length) <= 20_000);
        Assert.Equal("e499", EventJournal.Read(_folder.Path).Last().Name);
    }

    async Task KeepAsync(long most, params DeviceEvent[] events)
    {
        using var journal = new EventJournal(_folder.Path, most);
        await journal.KeepAsync(events, TestContext.Current.CancellationToken);
    }

    static DeviceEvent Event(string name) => new(
        DateTimeOffset.UnixEpoch, "10.0.0.1", "NJ-01", "ups-1", "1.3", name, "", "", EventLevel.Major, EventTransition.Raised, "s", TimeSpan.FromSeconds(1), [new("1.3.6", "值")]);
}
