using DcOps.Domain.Alarms;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Tests.Alarms;

public sealed class StormTests
{
    const int Small = 150;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_storm_single_small_alarms_are_folded_and_counted_and_nothing_is_lost()
    {
        await using var scene = await AlarmScene.StartAsync(AlarmScene.SettingsOf(
            """
            { "limit": [
              { "id": "small", "priority": "minor", "quantity": "active-power", "high": 100, "deadband": 1 },
              { "id": "large", "priority": "major", "quantity": "current", "high": 10, "deadband": 1 } ] }
            """));
        var at = scene.Time.GetUtcNow();
        var readings = Enumerable.Range(1, Small)
            .Select(number => new Reading(PointId.Total($"d{number}", Quantity.ActivePower), 200, at, ReadingQuality.Good))
            .Append(new(PointId.Total("d1", Quantity.Current), 20, at, ReadingQuality.Good));

        await scene.FoldAsync(new ReadingBatch("snmp-nj", 1, Location.Of(Site.Rack("A01")), at, [.. readings], []));
        await scene.UntilAsync(page => page.Total == Small + 1);

        var folded = await scene.Desk.InboxAsync(new(IsFolded: true), Token);
        var whole = await scene.Desk.InboxAsync(new(Most: 500), Token);
        Assert.NotNull(folded.Headline.StormSince);
        Assert.Equal(AlarmPriority.Major, Assert.Single(folded.Rows).Priority);
        Assert.Equal((1, Small, Small + 1), (folded.Matching, folded.Folded, folded.Total));
        Assert.Equal((Small + 1, 0), (whole.Rows.Length, whole.Folded));
    }
}
