using DcOps.Contracts.Collectors;
using DcOps.Domain.Alarms;
using DcOps.Grains.Alarms;

namespace DcOps.Grains.Tests.Alarms;

public sealed class AlarmClusterTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_silos_make_one_alarm_of_one_reading()
    {
        await using var scene = await AlarmScene.StartAsync(silos: 2);
        await scene.FoldAsync("A01", 8_000);
        await scene.UntilAsync(page => page is { Rows.Length: 1, Headline.MissingFacilities.IsEmpty: true });
        await scene.ToldAsync(_ => true);

        Assert.Single((await scene.InboxAsync()).Rows);
        Assert.Single(scene.Journal.Entries);
        Assert.Single(scene.Notified.Told.SelectMany(told => told.Incidents).Select(incident => incident.Id).Distinct());
    }

    [Fact]
    public async Task A_collector_that_falls_silent_is_an_alarm_of_its_facility()
    {
        await using var scene = await AlarmScene.StartAsync(AlarmSettings.Shipped);
        var collector = scene.Cluster.Grains.GetGrain<ICollectorGrain>("snmp-nj");
        await collector.Report(new(
            "snmp-nj", "1", Site.Start, scene.Time.GetUtcNow(), true, 0, 0, null, 0, [], [], [], [], []));
        await scene.Cluster.Facility.Fold("snmp-nj", 0, [Site.PlantBatch(1, "utility-1", 500_000, scene.Time.GetUtcNow())]);
        for (var second = 0; second < 8; second++)
            await scene.Cluster.TickAsync();

        scene.Time.Advance(TimeSpan.FromSeconds(30));
        await scene.Cluster.TickUntilAsync(async () =>
            (await scene.Desk.AlarmsAsync(new(Rule: "collector-silent"), Token)).Rows.Length == 1);

        var alarm = Assert.Single((await scene.Desk.AlarmsAsync(new(Rule: "collector-silent"), Token)).Rows).Alarm;
        Assert.Equal(("NJ-01", "snmp-nj"), (alarm.Key.Location.Path, alarm.Key.Point.Device));
    }

    [Fact]
    public async Task An_alarm_that_comes_and_goes_is_one_incident_and_every_time_is_in_the_journal()
    {
        await using var scene = await AlarmScene.StartAsync();
        for (var round = 0; round < 30; round++)
        {
            // Up, and down below the deadband: each time up is another occurrence, and all are of two incidents.
            scene.Time.Advance(TimeSpan.FromMilliseconds(10));
            await scene.FoldAsync(scene.Batch("A01", 8_000), scene.Batch("A02", 8_000));
            scene.Time.Advance(TimeSpan.FromMilliseconds(10));
            await scene.FoldAsync(scene.Batch("A01", 5_000), scene.Batch("A02", 5_000));
        }

        await scene.UntilAsync(page => page.Rows.Length == 2);

        var page = await scene.InboxAsync();
        Assert.Equal(2, page.Rows.Length);
        Assert.Equal(60, scene.Journal.Entries.Count(entry => entry.Event == AlarmEvent.Raised));
    }
}
