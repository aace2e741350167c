using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;

namespace DcOps.Grains.Tests.Alarms;

public sealed class PlannedWorkTests : IAsyncLifetime
{
    AlarmScene _scene = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await AlarmScene.StartAsync();

    public async ValueTask DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task What_begins_inside_a_window_is_held_and_what_outlives_it_is_told_at_its_end()
    {
        Assert.Null(await _scene.Desk.PlanAsync(Window("w1", TimeSpan.FromMinutes(1)), Token));
        await _scene.FoldAsync("A01", 8_000);
        await _scene.UntilAsync(page => page.Rows.Length == 1);
        var held = Assert.Single((await _scene.InboxAsync()).Rows);
        var planned = Assert.Single(await _scene.Desk.WindowsAsync(Token));
        Assert.DoesNotContain(_scene.Notified.Told, told => told.Incidents.Any(incident => incident.Annunciated > 0));

        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        await _scene.FoldAsync("A01", 8_100);
        await _scene.UntilAsync(page => page.Rows is [{ State: AlarmState.Unacknowledged }]);
        await _scene.ToldAsync(incident => incident is { Annunciated: 1, IsOver: false });

        Assert.Equal(AlarmState.SuppressedByDesign, held.State);
        Assert.Equal((1, true), (planned.Held, planned.Open is not null));
        Assert.Equal(AlarmState.Unacknowledged, Assert.Single((await _scene.InboxAsync()).Rows).State);
        Assert.Contains(_scene.Notified.Told, told => told.Incidents.Any(incident => incident is { Annunciated: 1, IsOver: false }));
    }

    [Fact]
    public async Task A_window_that_matches_nothing_is_refused_and_says_so()
    {
        var window = Window("w1", TimeSpan.FromHours(1)) with { Scope = new(["SZ-99"], [], []) };

        Assert.Equal("window.matches-nothing", (await _scene.Desk.PlanAsync(window, Token))?.Id);
        Assert.Empty(await _scene.Desk.WindowsAsync(Token));
    }

    [Fact]
    public async Task A_window_ended_by_hand_lets_go_at_once_and_both_authors_are_kept()
    {
        await _scene.Desk.PlanAsync(Window("w1", TimeSpan.FromHours(1)), Token);
        await _scene.FoldAsync("A01", 8_000);
        await _scene.UntilAsync(page => page.Rows is [{ State: AlarmState.SuppressedByDesign }]);

        Assert.Null(await _scene.Desk.EndAsync("w1", "吴", "done early", Token));
        await _scene.UntilAsync(page => page.Rows is [{ State: AlarmState.Unacknowledged }]);

        Assert.Equal(AlarmState.Unacknowledged, Assert.Single((await _scene.InboxAsync()).Rows).State);
        Assert.Equal("refusal.window-unknown", (await _scene.Desk.EndAsync("w1", "吴", "again", Token))?.Id);
        var kept = await _scene.Archive.ReadAsync(new(Domain.Ledger.Archive.ArchiveKind.MaintenanceWindow), Token);
        Assert.Equal(["周", "吴"], kept.Select(entry => entry.Author));
    }

    [Fact]
    public async Task A_window_is_in_force_again_after_a_restart()
    {
        await _scene.Desk.PlanAsync(Window("w1", TimeSpan.FromHours(1)), Token);

        await _scene.RestartAsync();
        await _scene.Windows.RefreshAsync(Token);
        await _scene.FoldAsync("A02", 8_000);
        await _scene.UntilAsync(page => page.Rows.Length == 1);

        Assert.Equal(AlarmState.SuppressedByDesign, Assert.Single((await _scene.InboxAsync()).Rows).State);
    }

    [Fact]
    public async Task A_rule_is_tried_over_the_minutes_that_history_keeps()
    {
        var rule = """{ "limit": [{ "id": "warm", "priority": "minor", "quantity": "inlet-temperature", "high": 27, "deadband": 1 }] }""";

        Assert.Empty(await _scene.Desk.TryAsync(rule, "NJ-01", Site.Start.AddDays(-1), Site.Start, Token));
        await Assert.ThrowsAsync<FormatException>(() => _scene.Desk.TryAsync("{}", "NJ-01", Site.Start.AddDays(-1), Site.Start, Token));
        await Assert.ThrowsAsync<FormatException>(() => _scene.Desk.TryAsync("{ \"limit\": [{}] }", "NJ-01", Site.Start, Site.Start, Token));
    }

    MaintenanceWindow Window(string id, TimeSpan length) => new(
        id, new(["NJ-01/R01"], [], []), new WindowSchedule.Fixed(_scene.Time.GetUtcNow(), _scene.Time.GetUtcNow() + length), "周", "PDU exchange");
}
