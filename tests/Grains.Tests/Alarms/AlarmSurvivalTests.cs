using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Journal;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>What a kill, a replay, a late batch and a journal that is away do to alarms: nothing that anybody sees twice.</summary>
public sealed class AlarmSurvivalTests : IAsyncLifetime
{
    AlarmScene _scene = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await AlarmScene.StartAsync();

    public async ValueTask DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task A_kill_after_the_checkpoint_makes_no_second_alarm_and_keeps_the_acknowledgement()
    {
        var first = await RaiseAsync("A01");
        await _scene.Desk.CommandAsync([AlarmScene.KeyOf("A01")], new AlarmCommand.Acknowledge(), "周", Token);
        await _scene.SettleAsync();

        await _scene.RestartAsync();
        await _scene.UntilAsync(page => page is { Rows.Length: 1, Headline.MissingFacilities.IsEmpty: true });

        var row = Assert.Single((await _scene.InboxAsync()).Rows);
        Assert.Equal((first.Incident, AlarmState.Acknowledged), (row.Incident, row.State));
        Assert.Equal([AlarmEvent.Raised, AlarmEvent.Acknowledged], _scene.Journal.Entries.Select(entry => entry.Event));
    }

    [Fact]
    public async Task After_a_kill_nobody_is_told_that_what_stands_is_over()
    {
        await RaiseAsync("A01");
        await _scene.ToldAsync(incident => incident.Annunciated > 0);
        await _scene.SettleAsync();
        var before = _scene.Notified.Told.Length;

        await _scene.RestartAsync();
        await _scene.Cluster.TickUntilAsync(() => Task.FromResult(_scene.Notified.Told.Skip(before).Any(told => told.IsWhole)));

        // The other owners of the facility may tell first: until all have, the incident has no alarm that is known.
        var told = _scene.Notified.Told.Skip(before).SelectMany(report => report.Incidents).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, incident => Assert.False(incident.IsOver));
    }

    [Fact]
    public async Task A_kill_before_any_checkpoint_and_the_same_batches_again_are_one_alarm()
    {
        _scene.Checkpoints.Refusal = "no space left on device";
        var batch = _scene.Batch("A01", 8_000);
        await _scene.FoldAsync(batch);
        await _scene.UntilAsync(page => page.Rows.Length == 1);
        var before = Assert.Single((await _scene.InboxAsync()).Rows);

        await _scene.RestartAsync();
        await _scene.FoldAsync(batch);
        await _scene.UntilAsync(page => page is { Rows.Length: 1, Headline.MissingFacilities.IsEmpty: true });

        var after = Assert.Single((await _scene.InboxAsync()).Rows);
        Assert.Equal(before.Incident, after.Incident);
        Assert.Single(_scene.Journal.Entries);
    }

    [Fact]
    public async Task What_was_raised_acknowledged_and_over_before_a_kill_does_not_come_back_with_its_batches()
    {
        _scene.Checkpoints.Refusal = "no space left on device";
        var (up, down) = (_scene.Batch("A01", 8_000), _scene.Batch("A01", 5_000, _scene.Time.GetUtcNow().AddSeconds(1)));
        await _scene.FoldAsync(up);
        await _scene.UntilAsync(page => page.Rows.Length == 1);
        await _scene.Desk.CommandAsync([AlarmScene.KeyOf("A01")], new AlarmCommand.Acknowledge(), "周", Token);
        await _scene.FoldAsync(down);
        await _scene.UntilAsync(page => page.Rows.IsEmpty);

        await _scene.RestartAsync();
        await _scene.SettleAsync();
        await _scene.FoldAsync(up, down);
        await _scene.SettleAsync();

        Assert.Empty((await _scene.InboxAsync()).Rows);
        Assert.Equal(3, _scene.Journal.Entries.Length);
    }

    [Fact]
    public async Task Late_readings_are_history_and_raise_nothing()
    {
        await _scene.FoldAsync(_scene.Batch("A01", 8_000, _scene.Time.GetUtcNow().AddMinutes(-20)));
        await _scene.UntilAsync(_ => !_scene.Journal.Entries.IsEmpty);

        Assert.Equal(AlarmEvent.RaisedInThePast, Assert.Single(_scene.Journal.Entries).Event);
        Assert.Empty((await _scene.InboxAsync()).Rows);
        Assert.All(_scene.Notified.Told, told => Assert.Empty(told.Incidents));
    }

    [Fact]
    public async Task A_reading_that_another_one_has_overtaken_raises_nothing()
    {
        await _scene.FoldAsync(_scene.Batch("A01", 5_000, _scene.Time.GetUtcNow().AddSeconds(1)));

        await _scene.FoldAsync(_scene.Batch("A01", 8_000));
        await _scene.SettleAsync();

        Assert.Empty(_scene.Journal.Entries);
    }

    [Fact]
    public async Task Nobody_is_told_while_the_journal_is_away_and_everybody_when_it_is_back()
    {
        _scene.Journal.Refusal = "no space left on device";
        await _scene.FoldAsync("A01", 8_000);
        await _scene.SettleAsync();
        var away = await _scene.InboxAsync();
        var refused = await _scene.Desk.CommandAsync([AlarmScene.KeyOf("A01")], new AlarmCommand.Acknowledge(), "周", Token);
        var racks = await _scene.Cluster.Room.Racks();

        _scene.Journal.Refusal = null;
        await _scene.UntilAsync(page => page.Rows.Length == 1);
        await _scene.ToldAsync(incident => incident.Annunciated == 1);

        Assert.Empty(away.Rows);
        Assert.Equal("refusal.journal-away", Assert.Single(refused.Lines).Refused?.Id);
        Assert.Equal(8_000, racks[0].Power?.Watts);
        Assert.Single((await _scene.InboxAsync()).Rows);
        Assert.Single(_scene.Journal.Entries);
        Assert.Single(_scene.Notified.Told.SelectMany(told => told.Incidents), incident => incident.Annunciated == 1);
    }

    [Fact]
    public async Task What_waits_for_the_journal_survives_a_kill()
    {
        _scene.Journal.Refusal = "no space left on device";
        await _scene.FoldAsync("A01", 8_000);
        await _scene.SettleAsync();
        Assert.Equal(1, await _scene.Cluster.Room.DurableThrough("snmp-nj"));

        await _scene.RestartAsync();
        await _scene.SettleAsync();
        _scene.Journal.Refusal = null;
        await _scene.UntilAsync(page => page.Rows.Length == 1);

        Assert.Single((await _scene.InboxAsync()).Rows);
        Assert.Equal(AlarmEvent.Raised, Assert.Single(_scene.Journal.Entries).Event);
    }

    [Fact]
    public async Task After_a_restart_the_notification_is_told_the_whole_once_every_room_has_spoken()
    {
        var row = await RaiseAsync("A01");
        await _scene.ToldAsync(incident => incident.Id == row.Incident);
        var before = _scene.Notified.Told.Length;

        await _scene.RestartAsync();
        await _scene.Cluster.TickUntilAsync(() => Task.FromResult(_scene.Notified.Told.Skip(before).Any(told => told.IsWhole)));

        var whole = _scene.Notified.Told.Skip(before).First(told => told.IsWhole);
        Assert.Equal([row.Incident], whole.Incidents.Select(incident => incident.Id));
    }

    [Fact]
    public async Task An_incident_keeps_its_id_over_a_restart_though_its_first_alarm_is_over()
    {
        var first = await RaiseAsync("A01");
        var second = await RaiseAsync("A02");
        Assert.Null(await _scene.Desk.MergeAsync([first.Incident, second.Incident], "周", "one cause", Token));
        await _scene.UntilAsync(page => page.Rows.Length == 1);
        await _scene.Desk.CommandAsync([AlarmScene.KeyOf("A01")], new AlarmCommand.Acknowledge(), "周", Token);
        await _scene.FoldAsync("A01", 5_000);
        await _scene.UntilAsync(page => page.Rows is [{ Standing: 1 }]);
        await _scene.SettleAsync();

        await _scene.RestartAsync();
        await _scene.UntilAsync(page => page is { Rows.Length: 1, Headline.MissingFacilities.IsEmpty: true });

        var row = Assert.Single((await _scene.InboxAsync()).Rows);
        Assert.Equal((first.Incident, 2, 1), (row.Incident, row.Alarms, row.Standing));
    }

    [Fact]
    public async Task A_command_fails_in_words_when_the_journal_goes_away_meanwhile()
    {
        await RaiseAsync("A01");
        _scene.Journal.Refusal = "no space left on device";

        await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            _scene.Desk.CommandAsync([AlarmScene.KeyOf("A01")], new AlarmCommand.Acknowledge(), "周", Token));
    }

    async Task<Domain.Alarms.Inbox.InboxRow> RaiseAsync(string rack)
    {
        var before = (await _scene.InboxAsync()).Rows.Length;
        await _scene.FoldAsync(rack, 8_000);
        await _scene.UntilAsync(page => page.Rows.Length == before + 1);
        return (await _scene.InboxAsync()).Rows.Single(row => row.Place.EndsWith(rack, StringComparison.Ordinal));
    }
}
