using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Grains.Tests.Alarms;

public sealed class AlarmPathTests : IAsyncLifetime
{
    AlarmScene _scene = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await AlarmScene.StartAsync();

    public async ValueTask DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task A_quiet_province_has_an_empty_inbox_and_no_facility_is_missing()
    {
        await _scene.UntilAsync(page => page.Headline.MissingFacilities.IsEmpty);

        var headline = await _scene.Desk.HeadlineAsync(Token);

        Assert.Empty(headline.MissingFacilities);
        Assert.Equal((0, 0), (headline.Incidents, headline.Alarms));
    }

    [Fact]
    public async Task A_reading_above_a_limit_is_in_the_journal_in_the_inbox_and_told()
    {
        await _scene.FoldAsync("A01", 8_000);
        await _scene.UntilAsync(page => page.Rows.Length == 1);
        await _scene.ToldAsync(incident => incident.Unacknowledged == 1);

        var page = await _scene.InboxAsync();
        var row = Assert.Single(page.Rows);
        Assert.Equal(AlarmState.Unacknowledged, row.State);
        Assert.Equal("NJ-01/R01/A01", row.Place);
        Assert.Equal(1, page.Headline.Major);
        var entry = Assert.Single(_scene.Journal.Entries);
        Assert.Equal(AlarmEvent.Raised, entry.Event);
        var alarm = Assert.Single((await _scene.Desk.AlarmsAsync(new(), Token)).Rows);
        Assert.Equal(AlarmScene.KeyOf("A01"), alarm.Alarm.Key);
        Assert.Contains(_scene.Notified.Told, told => told.Incidents.Any(incident => incident.Id == row.Incident && incident.Unacknowledged == 1));
    }

    [Fact]
    public async Task The_impact_of_an_incident_counts_the_jobs_that_the_plan_runs_at_the_site_now()
    {
        var now = _scene.Time.GetUtcNow();
        _scene.Work.Jobs.AddRange(
        [
            new("P-1", "runs", "t", PoolKind.Gpu, Flexibility.Locked, now.AddHours(-1), now.AddDays(1), 1, 40),
            new("P-1", "runs too", "t", PoolKind.Cpu, Flexibility.Locked, now.AddHours(-1), now.AddDays(1), 1, 40),
            new("P-1", "comes later", "t", PoolKind.Cpu, Flexibility.Locked, now.AddHours(9), now.AddDays(1), 1, 40),
        ]);

        await _scene.FoldAsync("A01", 8_000);
        await _scene.UntilAsync(page => page.Rows.Length == 1);

        Assert.Equal(2, Assert.Single((await _scene.InboxAsync()).Rows).Impact.Jobs);
    }

    [Fact]
    public async Task An_acknowledged_alarm_that_returns_leaves_the_inbox()
    {
        await _scene.FoldAsync("A01", 8_000);
        await _scene.UntilAsync(page => page.Rows.Length == 1);

        var done = await _scene.Desk.CommandAsync([AlarmScene.KeyOf("A01")], new AlarmCommand.Acknowledge(Comment: "seen"), "周", Token);
        await _scene.UntilAsync(page => page.Rows is [{ State: AlarmState.Acknowledged }]);
        var acknowledged = await _scene.InboxAsync();
        await _scene.FoldAsync("A01", 5_000);
        await _scene.UntilAsync(page => page.Rows.IsEmpty);
        await _scene.ToldAsync(incident => incident.IsOver);

        Assert.Null(Assert.Single(done.Lines).Refused);
        Assert.Equal(0, acknowledged.Headline.Major);
        Assert.Empty((await _scene.InboxAsync()).Rows);
        Assert.Equal(
            [AlarmEvent.Raised, AlarmEvent.Acknowledged, AlarmEvent.Returned], _scene.Journal.Entries.Select(entry => entry.Event));
        Assert.Equal("周", _scene.Journal.Entries[1].Author);
        Assert.True(_scene.Notified.Told[^1].Incidents[^1].IsOver);
    }

    [Fact]
    public async Task A_page_that_waits_learns_of_a_change()
    {
        await _scene.UntilAsync(page => page.Headline.MissingFacilities.IsEmpty);
        var known = await _scene.Desk.HeadlineAsync(Token);

        var next = _scene.Desk.NextAsync(known.Version, Token);
        await _scene.FoldAsync("A02", 9_000);

        Assert.True((await next).Version > known.Version);
        await _scene.UntilAsync(page => page.Headline.Alarms == 1);
        Assert.Equal(1, (await _scene.Desk.HeadlineAsync(Token)).Alarms);
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_a_refusal_says_why()
    {
        await _scene.FoldAsync("A01", 8_000);
        await _scene.UntilAsync(page => page.Rows.Length == 1);

        var preview = await _scene.Desk.PreviewAsync([AlarmScene.KeyOf("A01")], new AlarmCommand.Acknowledge(), "周", Token);
        var refused = await _scene.Desk.CommandAsync([AlarmScene.KeyOf("A01")], new AlarmCommand.Reset(), "周", Token);

        Assert.Equal(AlarmState.Acknowledged, Assert.Single(preview.Lines).To);
        Assert.Equal("refusal.reset", Assert.Single(refused.Lines).Refused?.Id);
        Assert.Single(_scene.Journal.Entries);
    }

    [Fact]
    public async Task A_command_is_taken_back_by_its_author()
    {
        await _scene.FoldAsync("A01", 8_000);
        await _scene.UntilAsync(page => page.Rows.Length == 1);
        await _scene.Desk.CommandAsync([AlarmScene.KeyOf("A01")], new AlarmCommand.Acknowledge(), "周", Token);

        var undone = await _scene.Desk.UndoAsync([AlarmScene.KeyOf("A01")], "周", Token);
        await _scene.UntilAsync(page => page.Rows is [{ State: AlarmState.Unacknowledged }]);

        Assert.Null(Assert.Single(undone.Lines).Refused);
        Assert.Equal(AlarmState.Unacknowledged, Assert.Single((await _scene.InboxAsync()).Rows).State);
    }

    [Fact]
    public async Task An_incident_is_found_by_its_alarm_with_its_journal()
    {
        await _scene.FoldAsync("A01", 8_000);
        await _scene.UntilAsync(page => page.Rows.Length == 1);
        var alarm = Assert.Single((await _scene.Desk.AlarmsAsync(new(), Token)).Rows);

        IncidentFile? file = await _scene.Desk.IncidentAsync(alarm.Alarm.Id, Token);

        Assert.Equal(alarm.Incident, file?.Incident.Id);
        Assert.Single(file!.Journal);
        Assert.Equal(["NJ-01/R01/A01"], file.Racks);
    }
}
