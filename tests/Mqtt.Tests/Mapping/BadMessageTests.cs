using System.Text;
using DcOps.Collectors.Mqtt.Mapping;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

/// <summary>Messages that become no reading: each has one named reason.</summary>
public sealed class BadMessageTests
{
    const string Topic = "dc/NJ-01/R01/A07/pdu-a";
    readonly MappingBench _bench = new("plain");

    [Theory]
    [InlineData("", RefusalReason.NotJson)]
    [InlineData("activePowerW=4210", RefusalReason.NotJson)]
    [InlineData("{\"activePowerW\":4210", RefusalReason.NotJson)]
    [InlineData("{\"activePowerW\":NaN}", RefusalReason.NotJson)]
    [InlineData("{\"activePowerW\":4210}{\"activePowerW\":4210}", RefusalReason.NotJson)]
    [InlineData("{\"activePowerW\":4210,\"activePowerW\":0}", RefusalReason.DuplicateMember)]
    [InlineData("{}", RefusalReason.NothingMapped)]
    [InlineData("[]", RefusalReason.NothingMapped)]
    [InlineData("4210", RefusalReason.NothingMapped)]
    [InlineData("null", RefusalReason.NothingMapped)]
    [InlineData("{\"power\":4210}", RefusalReason.NothingMapped)]
    [InlineData("{\"activePowerW\":\"\\ud800\"}", RefusalReason.NotUtf8)]
    public void A_payload_that_is_none_is_refused_by_name(string payload, RefusalReason reason)
    {
        var outcome = _bench.Read(Topic, payload);

        Assert.Equal(reason, Assert.IsType<MessageOutcome.Refused>(outcome).Reason);
    }

    [Theory]
    [InlineData("dc/NJ-01/R01/A99/pdu-a", RefusalReason.UnknownLocation, "NJ-01/R01/A99")]
    [InlineData("dc/SZ-02/plant/utility-1", RefusalReason.UnknownLocation, "SZ-02")]
    [InlineData("dc/nj-01/R01/A07/pdu-a", RefusalReason.MalformedTopic, "'nj-01/R01/A07' is no location")]
    [InlineData("dc/NJ-01/R01/A07/PDU A", RefusalReason.MalformedTopic, "'PDU A' is no device name")]
    [InlineData("dc/NJ-01/R01/A07/pdu\uFFFD", RefusalReason.MalformedTopic, "the topic is no valid text")]
    [InlineData("dc/NJ-01/R01//pdu-a", RefusalReason.UnknownTopic, null)]
    [InlineData("dc/NJ-01", RefusalReason.UnknownTopic, null)]
    [InlineData("", RefusalReason.UnknownTopic, null)]
    public void A_topic_without_a_place_in_the_inventory_is_refused_by_name(string topic, RefusalReason reason, string? detail)
    {
        var outcome = _bench.Read(topic, """{"activePowerW":4210}""");

        Assert.Equal(new MessageOutcome.Refused(reason, detail), outcome);
    }

    [Fact]
    public void A_payload_of_ten_megabytes_is_refused_unread()
    {
        var payload = Encoding.UTF8.GetBytes($$"""{"activePowerW":4210,"note":"{{new string('x', 10_000_000)}}"}""");

        var outcome = _bench.Read(Topic, payload);

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.TooLarge, "10000031 bytes"), outcome);
    }

    [Fact]
    public void A_payload_that_is_not_UTF_8_is_refused_by_name()
    {
        byte[] payload = [.. "{\"serial\":\""u8, 0xC3, 0x28, .. "\",\"activePowerW\":1}"u8];

        var outcome = _bench.Read(Topic, payload);

        Assert.Equal(RefusalReason.NotUtf8, Assert.IsType<MessageOutcome.Refused>(outcome).Reason);
    }

    [Fact]
    public void An_array_of_more_phases_than_any_device_has_is_refused_by_name()
    {
        var payload = $$"""{"phases":[{{string.Join(',', Enumerable.Repeat("{\"currentA\":1}", 10_000))}}]}""";

        var outcome = _bench.Read(Topic, payload);

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.TooLarge, "an array has more than 512 elements"), outcome);
    }

    [Fact]
    public void Objects_nested_a_thousand_deep_are_refused_by_name()
    {
        var payload = string.Concat(Enumerable.Repeat("{\"a\":", 1000)) + "1" + new string('}', 1000);

        var outcome = _bench.Read(Topic, payload);

        Assert.Equal(RefusalReason.NotJson, Assert.IsType<MessageOutcome.Refused>(outcome).Reason);
    }

    [Fact]
    public void A_device_that_nobody_placed_is_refused_by_name()
    {
        var bench = new MappingBench("tasmota");

        var outcome = bench.Read("tele/pow99/SENSOR", """{"ENERGY":{"Power":1}}""");

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.UnplacedDevice, "tasmota:pow99"), outcome);
    }
}
