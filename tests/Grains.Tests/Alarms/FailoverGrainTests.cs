using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Grains.Alarms;

namespace DcOps.Grains.Tests.Alarms;

public sealed class FailoverGrainTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static readonly DependencyGraph Chain = ChainImport.FromCsv(
        "chain.csv",
        """
        facility,id,class,name,location,device,part,phase,powered-by,cooled-by,reports-through,rated-kilowatts,rated-amperes,derating
        NJ-01,ups-a,ups,,,ups-a,,,,,,,,
        NJ-01,ups-b,ups,,,ups-b,,,,,,,,
        NJ-01,bus,switchboard,,,,,,ups-a;ups-b,,,,,
        NJ-01,a01/pdu-a,rack-pdu,,NJ-01/R01/A01,pdu-a,,,ups-a,,,7,,
        NJ-01,a01/pdu-b,rack-pdu,,NJ-01/R01/A01,pdu-b,,,ups-b,,,7,,
        NJ-01,a01,rack,,NJ-01/R01/A01,,,,a01/pdu-a;a01/pdu-b,,,,,
        """,
        [])!;

    [Fact]
    public async Task A_rack_of_which_one_feed_could_not_carry_both_is_told_at_midnight_even_after_a_kill()
    {
        await using var scene = await AlarmScene.StartAsync(Settings("""{ "failover": [{ "id": "failover", "priority": "major" }] }"""));
        await scene.FoldAsync(Power(scene, 1, "pdu-a", 4_000), Power(scene, 2, "pdu-b", 3_500));
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        await scene.SettleAsync();
        Assert.Empty((await scene.InboxAsync()).Rows);
        await scene.RestartAsync();

        // Past midnight in Beijing.
        scene.Time.Advance(TimeSpan.FromHours(12.1));
        await scene.UntilAsync(page => page.Rows.Length == 1);

        var alarm = Assert.Single((await scene.Desk.AlarmsAsync(new(), Token)).Rows).Alarm;
        Assert.Equal((7_500, "failover"), (alarm.Value, alarm.Key.Rule));
    }

    [Fact]
    public async Task Of_two_ups_that_back_each_other_up_one_that_fails_is_redundancy_lost()
    {
        await using var scene = await AlarmScene.StartAsync(
            Settings("""{ "redundancy-lost": [{ "id": "redundancy-lost", "priority": "minor" }] }"""));

        await scene.Cluster.Facility.Fold("snmp-nj", 0, [Condition(scene, 1, "ups-a", 0), Condition(scene, 2, "ups-b", 2)]);
        await scene.UntilAsync(page => page.Rows.Length == 1);

        Assert.Equal(
            "NJ-01|ups-a-and-ups-b/total/none|redundancy-lost",
            Assert.Single((await scene.Desk.AlarmsAsync(new(), Token)).Rows).Alarm.Key.ToString());
    }

    static AlarmSettings Settings(string rules) => AlarmScene.SettingsOf(rules) with { Chain = Chain };

    static ReadingBatch Power(AlarmScene scene, long sequence, string device, double watts) =>
        Site.Batch(sequence, Location.Of(Site.Rack("A01")), device, watts, scene.Time.GetUtcNow(), "snmp-nj");

    static ReadingBatch Condition(AlarmScene scene, long sequence, string device, double code)
    {
        var at = scene.Time.GetUtcNow();
        return new(
            "snmp-nj", sequence, Location.PlantOf(Site.Facility), at,
            [new(PointId.Total(device, Quantity.Condition), code, at, ReadingQuality.Good)], []);
    }
}
