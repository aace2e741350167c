using DcOps.Domain.Alarms;
using DcOps.Grains.Tests.Journal;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>Deliveries that are played again after a kill: the alarms in them were raised, seen and ended already.</summary>
public sealed class AlarmReplayTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_replay_of_the_delivered_batches_raises_nothing_a_second_time_and_what_went_on_meanwhile_stays()
    {
        var deliveries = new MemoryDeliveries();
        await using var scene = await AlarmScene.StartAsync(deliveries: deliveries);
        await scene.FoldAsync("A01", 8_000);
        await scene.FoldAsync("A02", 9_000);
        await scene.UntilAsync(page => page.Rows.Length == 2);
        await scene.Desk.CommandAsync([AlarmScene.KeyOf("A01")], new AlarmCommand.Acknowledge(), "周", Token);
        await scene.FoldAsync("A02", 5_000);
        await scene.UntilAsync(page => page.Rows.Any(row => row.State == AlarmState.ReturnedUnacknowledged));
        var written = scene.Journal.Entries.Select(entry => entry.Id).ToList();
        deliveries.Flush();
        Assert.True(deliveries.Records > 0);

        await scene.RestartAsync();
        await scene.SettleAsync();
        await scene.UntilAsync(page => page.Rows.Length == 2);

        Assert.Equal(written, scene.Journal.Entries.Select(entry => entry.Id));
        Assert.Equal(
            [("NJ-01/R01/A01", AlarmState.Acknowledged), ("NJ-01/R01/A02", AlarmState.ReturnedUnacknowledged)],
            (await scene.InboxAsync()).Rows.Select(row => (row.Place, row.State)).Order());
    }

    [Fact]
    public async Task Hours_that_a_replay_brings_late_are_history_and_no_live_alarm()
    {
        var deliveries = new MemoryDeliveries();
        await using var scene = await AlarmScene.StartAsync(deliveries: deliveries);
        var past = scene.Time.GetUtcNow().AddHours(-6);
        await scene.FoldAsync(scene.Batch("A01", 8_000, past), scene.Batch("A01", 8_200, past.AddMinutes(1)), scene.Batch("A01", 5_000, past.AddMinutes(2)));
        await scene.SettleAsync();
        deliveries.Flush();
        var events = scene.Journal.Entries.Select(entry => entry.Event).ToList();

        await scene.RestartAsync();
        await scene.SettleAsync();

        Assert.Equal([AlarmEvent.RaisedInThePast, AlarmEvent.ReturnedInThePast], events);
        Assert.Equal(events, scene.Journal.Entries.Select(entry => entry.Event));
        Assert.Empty((await scene.InboxAsync()).Rows);
        Assert.DoesNotContain(scene.Notified.Told, told => !told.Incidents.IsEmpty);
    }
}
