using DcOps.Dashboard.Live.Sheets;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Tests.Floor;

public sealed class RackFeedTests
{
    const string Chain = """
        facility,id,class,name,location,device,part,phase,powered-by,cooled-by,reports-through,rated-kilowatts,rated-amperes,derating
        NJ-01,panel-a,panel,,,,,,,,,,,
        NJ-01,panel-b,panel,,,,,,,,,,,
        NJ-01,a01/pdu-a,rack-pdu,,NJ-01/R01/A01,pdu-a,,,panel-a,,,8,,
        NJ-01,a01/pdu-b,rack-pdu,,NJ-01/R01/A01,pdu-b,,,panel-b,,,10,,
        NJ-01,a01,rack,,NJ-01/R01/A01,,,,a01/pdu-a;a01/pdu-b,,,,,
        """;

    static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_supply_is_told_with_what_feeds_it_and_what_it_would_carry_alone()
    {
        var feeds = RackFeed.Of(Rack(Power("pdu-a", 4_000), Power("pdu-b", 5_000), Current("pdu-a", 1, 5), Current("pdu-a", 2, 6), Current("pdu-a", 3, 7)), Graph());

        Assert.Equal([("pdu-a", "panel-a"), ("pdu-b", "panel-b")], feeds.Select(feed => (feed.Device, feed.Above)));
        Assert.Equal((0.5, 1.125), (feeds[0].Share!.Value.Value, feeds[0].Alone(feeds)!.Value.Value));
        Assert.Equal((0.5, 0.9), (feeds[1].Share!.Value.Value, feeds[1].Alone(feeds)!.Value.Value));
        Assert.Equal(1.0 / 6, feeds[0].Imbalance!.Value.Value, 12);
        Assert.Null(feeds[1].Imbalance);
    }

    [Fact]
    public void A_supply_that_is_not_read_leaves_unknown_what_the_other_would_carry()
    {
        var feeds = RackFeed.Of(Rack(Power("pdu-a", 4_000), Power("pdu-b", null)), Graph());

        Assert.Equal(2, feeds.Length);
        Assert.Null(feeds[0].Alone(feeds));
        Assert.Null(feeds[1].Power);
        Assert.NotNull(feeds[0].Share);
    }

    [Fact]
    public void Without_a_chain_the_devices_that_tell_a_power_are_the_supplies_and_no_rating_is_guessed()
    {
        var feeds = RackFeed.Of(Rack(Power("pdu-a", 4_000), Power("pdu-b", 5_000)), DependencyGraph.Empty);

        Assert.Equal(["pdu-a", "pdu-b"], feeds.Select(feed => feed.Device));
        Assert.All(feeds, feed => Assert.Null(feed.Alone(feeds)));
        Assert.Empty(RackFeed.Of(Rack(), DependencyGraph.Empty));
    }

    static DependencyGraph Graph()
    {
        var faults = new List<DcOps.Domain.Csv.CsvFault>();
        return ChainImport.FromCsv("chain.csv", Chain, faults) ?? throw new FormatException(string.Join('\n', faults));
    }

    static RackSnapshot Rack(params Reading[] latest) => new(
        RackId.Parse("NJ-01/R01/A01"), Now, Now, Freshness.Live, null, null, null, DcOps.Domain.Units.Power.FromKilowatts(8), ConditionCode.Ok, [.. latest]);

    static Reading Power(string device, double? watts) => new(PointId.Total(device, Quantity.ActivePower), watts, Now, ReadingQuality.Good);

    static Reading Current(string device, ushort phase, double amperes) => new(new(device, PartKind.Phase, phase, Quantity.Current), amperes, Now, ReadingQuality.Good);
}
