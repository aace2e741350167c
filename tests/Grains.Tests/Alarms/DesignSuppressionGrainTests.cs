using DcOps.Domain.Alarms;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Grains.Alarms;

namespace DcOps.Grains.Tests.Alarms;

public sealed class DesignSuppressionGrainTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static AlarmSettings Settings { get; } = AlarmScene.SettingsOf(
        """
        {
          "condition": [{ "id": "breaker-condition", "priority": "major", "parts": ["breaker"], "explainedBy": "power", "fails": "power" }],
          "limit": [{ "id": "feed-dead", "priority": "minor", "quantity": "voltage", "low": 180, "deadband": 10, "explainedBy": "power", "fails": "power" }],
        }
        """) with
    {
        Chain = ChainImport.FromCsv(
            "chain.csv",
            """
            facility,id,class,name,location,device,part,phase,powered-by,cooled-by,reports-through,rated-kilowatts,rated-amperes,derating
            NJ-01,panel-a/1,breaker,,,panel-a,breaker-1,,,,,,32,
            NJ-01,a01/pdu-a,rack-pdu,,NJ-01/R01/A01,pdu-a,,,panel-a/1,,,,,
            NJ-01,a02/pdu-a,rack-pdu,,NJ-01/R01/A02,pdu-a,,,panel-a/1,,,,,
            NJ-01,a01,rack,,NJ-01/R01/A01,,,,a01/pdu-a,,,,,
            NJ-01,a02,rack,,NJ-01/R01/A02,,,,a02/pdu-a,,,,,
            """,
            [])!,
    };

    [Fact]
    public async Task Dead_feeds_behind_a_tripped_breaker_ask_nobody_and_are_told_by_themselves_when_they_outlive_it()
    {
        await using var scene = await AlarmScene.StartAsync(Settings);
        await BreakerAsync(scene, 1, ConditionCode.Critical);
        await scene.Cluster.Room.Fold("snmp-nj", 0, [Volts(scene, 2, "A01", 0), Volts(scene, 3, "A02", 0)]);
        await scene.UntilAsync(page => page.Rows is [{ Alarms: 3 }]);
        scene.Time.Advance(TimeSpan.FromSeconds(5));
        await UntilHeldAsync(scene, 2);

        var alarms = (await scene.Desk.AlarmsAsync(new(), Token)).Rows;
        Assert.Equal(
            [("breaker-condition", AlarmState.Unacknowledged), ("feed-dead", AlarmState.SuppressedByDesign), ("feed-dead", AlarmState.SuppressedByDesign)],
            alarms.Select(row => (row.Alarm.Key.Rule, row.Alarm.State)).Order());
        Assert.All(scene.Journal.Entries.Where(entry => entry.Event == AlarmEvent.Suppressed), entry => Assert.StartsWith(
            "design lost-power: NJ-01|panel-a/breaker-1/condition", entry.Reason, StringComparison.Ordinal));

        await BreakerAsync(scene, 4, ConditionCode.Ok);
        await scene.Cluster.Room.Fold("snmp-nj", 0, [Volts(scene, 5, "A01", 230)]);
        await scene.SettleAsync();
        for (var step = 0; step < 4; step++)
        {
            scene.Time.Advance(TimeSpan.FromSeconds(20));
            await scene.Cluster.Room.Fold("snmp-nj", 0, [Volts(scene, 6 + step, "A02", 0)]);
            await scene.SettleAsync();
        }

        await UntilHeldAsync(scene, 0);
        var left = (await scene.Desk.AlarmsAsync(new(), Token)).Rows.Where(row => row.Alarm.Key.Rule == "feed-dead");
        Assert.Equal(("NJ-01/R01/A02", AlarmState.Unacknowledged), left.Select(row => (row.Alarm.Key.Location.Path, row.Alarm.State)).Single());
    }

    static async Task UntilHeldAsync(AlarmScene scene, int held) => await scene.Cluster.TickUntilAsync(async () =>
        (await scene.Desk.AlarmsAsync(new(States: [AlarmState.SuppressedByDesign]), Token)).Matching == held);

    static async Task BreakerAsync(AlarmScene scene, long sequence, ConditionCode code)
    {
        var at = scene.Time.GetUtcNow();
        await scene.Cluster.Facility.Fold("snmp-nj", 0,
        [
            new(
                "snmp-nj", sequence, Location.PlantOf(Site.Facility), at,
                [new(new("panel-a", PartKind.Breaker, 1, Quantity.Condition), (double)code, at, ReadingQuality.Good)], []),
        ]);
    }

    static ReadingBatch Volts(AlarmScene scene, long sequence, string rack, double volts)
    {
        var at = scene.Time.GetUtcNow();
        return new(
            "snmp-nj", sequence, Location.Of(Site.Rack(rack)), at, [new(PointId.Total("pdu-a", Quantity.Voltage), volts, at, ReadingQuality.Good)], []);
    }
}
