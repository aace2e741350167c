using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Registry.Tests;

/// <summary>What the journal of alarms promises, asked of every one.</summary>
public abstract class JournalConformanceTests : IAsyncLifetime
{
    protected static readonly DateTimeOffset At = new(2026, 3, 1, 16, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected IAlarmJournal Journal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Journal = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_written_comes_back_to_the_last_character_and_tick()
    {
        var entry = Entry("NJ-01/R01/A01", At.AddTicks(7)) with { Author = "周", Reason = "'x' \"y\"\n\\ 南京" };
        entry = entry with { After = entry.After with { Holds = AlarmHolds.Shelved | AlarmHolds.OutOfService, Work = new("吴", At, "周", At, "w", "c") } };

        await Journal.AppendAsync("NJ-01/R01", [entry], Token);

        Assert.Equal([entry], await Journal.FindAsync(new(), Token));
        Assert.Equal([entry], await Journal.TailAsync("NJ-01/R01", At, Token));
    }

    [Fact]
    public async Task An_entry_that_is_there_already_changes_nothing()
    {
        var entry = Entry("NJ-01/R01/A01", At);
        await Journal.AppendAsync("NJ-01/R01", [entry], Token);

        await Journal.AppendAsync("NJ-01/R01", [entry with { Reason = "other" }, Entry("NJ-01/R01/A02", At)], Token);

        var kept = await Journal.FindAsync(new(), Token);
        Assert.Equal(2, kept.Length);
        Assert.All(kept, each => Assert.Null(each.Reason));
    }

    [Fact]
    public async Task Entries_are_found_by_place_time_rule_author_and_alarm_newest_first()
    {
        var rack = Entry("NJ-01/R01/A01", At);
        var other = Entry("NJ-01/R01/A011", At.AddMinutes(1)) with { Author = "周" };
        var room = Entry("NJ-01/R010/A01", At.AddMinutes(2));
        var plant = Entry("NJ-01", At.AddMinutes(3), "ups-on-battery");
        var site = Entry("NJ-010/R01/A01", At.AddMinutes(4));
        await Journal.AppendAsync("x", [plant, rack, site, other, room], Token);

        Assert.Equal([site, plant, room, other, rack], await Journal.FindAsync(new(), Token));
        Assert.Equal([plant, room, other, rack], await Journal.FindAsync(new("NJ-01"), Token));
        Assert.Equal([other, rack], await Journal.FindAsync(new("NJ-01/R01"), Token));
        Assert.Equal([rack], await Journal.FindAsync(new("NJ-01/R01/A01"), Token));
        Assert.Equal([room, other], await Journal.FindAsync(new(From: At.AddMinutes(1), To: At.AddMinutes(3)), Token));
        Assert.Equal([plant], await Journal.FindAsync(new(Rule: "ups-on-battery"), Token));
        Assert.Equal([other], await Journal.FindAsync(new(Author: "周"), Token));
        Assert.Equal([other], await Journal.FindAsync(new(ByPeople: true), Token));
        Assert.Equal([room, rack], await Journal.FindAsync(new(Alarms: [rack.After.Id, room.After.Id]), Token));
        Assert.Equal([site], await Journal.FindAsync(new(Most: 1), Token));
    }

    [Fact]
    public async Task A_tail_is_an_owners_own_in_the_order_in_which_it_was_written()
    {
        var late = Entry("NJ-01/R01/A01", At.AddMinutes(-9)) with { RecordedAt = At.AddSeconds(2) };
        var first = Entry("NJ-01/R01/A02", At) with { RecordedAt = At.AddSeconds(1) };
        var before = Entry("NJ-01/R01/A03", At) with { RecordedAt = At.AddSeconds(-1) };
        await Journal.AppendAsync("NJ-01/R01", [before, first, late], Token);
        await Journal.AppendAsync("NJ-01", [Entry("NJ-01", At.AddMinutes(1))], Token);

        Assert.Equal([first, late], await Journal.TailAsync("NJ-01/R01", At, Token));
        Assert.Empty(await Journal.TailAsync("NJ-01/R02", At, Token));
    }

    [Fact]
    public async Task A_period_is_read_by_time_and_whole()
    {
        // Many at one instant, so that a page ends among them.
        var all = Enumerable.Range(0, 12_000).Select(number => Entry($"NJ-01/R01/A{number:00000}", At.AddSeconds(number / 4_000))).ToImmutableArray();
        await Journal.AppendAsync("NJ-01/R01", all, Token);

        var read = new List<AlarmTransition>();
        await foreach (var entry in Journal.ReadAsync(At, At.AddSeconds(3), "NJ-01", Token))
            read.Add(entry);

        Assert.Equal(all.Length, read.Select(entry => entry.Id).Distinct().Count());
        Assert.Equal(all.Length, read.Count);
        Assert.Equal(read.Select(entry => entry.At).Order(), read.Select(entry => entry.At));
    }

    [Fact]
    public async Task What_many_owners_append_at_once_is_all_there()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(room => Journal.AppendAsync(
            $"NJ-01/R{room}", [.. Enumerable.Range(0, 20).Select(rack => Entry($"NJ-01/R{room}/A{rack}", At))], Token)));

        Assert.Equal(1_000, (await Journal.FindAsync(new(Most: 5_000), Token)).Length);
    }

    protected abstract Task<IAlarmJournal> OpenAsync();

    protected static AlarmTransition Entry(string path, DateTimeOffset at, string rule = "inlet-temperature")
    {
        var key = new AlarmKey(Location.Parse(path), PointId.Total("pdu-a", Quantity.InletTemperature), rule);
        var text = AlarmText.Of(
            "alarm.limit.high", TextArgument.Of("value", Quantity.InletTemperature, 33.25), TextArgument.OfName("name", "南"),
            TextArgument.Of("over", TimeSpan.FromSeconds(90)));
        return AlarmSignals.Raise(Alarm.Normal(key, AlarmPriority.Major, at), AlarmPriority.Major, at, at, 33.25, text, at);
    }
}
