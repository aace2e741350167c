using DcOps.Collectors.Mqtt.Mapping;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

/// <summary>Gateways that tell of several devices in one message, and those that pass raw registers on.</summary>
public sealed class GatewayMappingTests
{
    readonly MappingBench _bench = new(
        MappingBench.Own("""
            { "name": "gateway", "title": "Meters of a gateway", "topics": [{ "pattern": "gw/{gateway}/up", "source": "gw:{key}" }],
              "time": { "path": "$.ts", "form": "unix-ms" }, "each": "$.meters[*]", "key": "$.id",
              "points": [{ "path": "$.p", "quantity": "active-power", "unit": "kW" }] }
            """),
        MappingBench.Own("""
            { "name": "registers", "title": "Raw registers", "topics": [{ "pattern": "raw/{id}", "source": "gw:{id}" }],
              "points": [
                { "path": "$.abcd", "quantity": "voltage", "unit": "V", "words": { "form": "float32", "order": "ABCD" } },
                { "path": "$.cdab", "quantity": "current", "unit": "A", "words": { "form": "float32", "order": "CDAB" } },
                { "path": "$.int", "quantity": "active-power", "unit": "W", "words": { "form": "int32", "order": "ABCD", "at": 1 } },
                { "path": "$.long", "quantity": "active-energy", "unit": "Wh", "words": { "form": "uint64", "order": "DCBA" } } ] }
            """));

    [Fact]
    public void Each_element_is_the_message_of_its_own_device()
    {
        var outcome = Assert.IsType<MessageOutcome.Several>(_bench.Read("gw/g1/up", """{"meters":[{"id":41,"p":1.5},{"id":"42","p":2},{"id":43,"p":3},{"p":4}]}"""));

        var mapped = outcome.Parts.OfType<MessageOutcome.Mapped>().Select(part => (part.Readings.Device.Name, part.Readings.Readings[0].Value));
        var refused = outcome.Parts.OfType<MessageOutcome.Refused>();
        Assert.Equal([("pdu-a", 1_500), ("pdu-b", 2_000)], mapped);
        Assert.Equal([new(RefusalReason.UnplacedDevice, "gw:43"), new(RefusalReason.NothingMapped, "an element without $.id")], refused);
    }

    [Fact]
    public void The_time_of_the_message_is_that_of_its_elements_unless_they_tell_their_own()
    {
        var at = MappingBench.ReceivedAt.AddSeconds(-10).ToUnixTimeMilliseconds();

        var outcome = Assert.IsType<MessageOutcome.Several>(_bench.Read("gw/g1/up", $$"""{"ts":{{at}},"meters":[{"id":41,"p":1},{"id":42,"p":2,"ts":{{at + 3000}}}]}"""));

        var times = outcome.Parts.OfType<MessageOutcome.Mapped>().Select(part => (part.Readings.Readings[0].ObservedAt - MappingBench.ReceivedAt).TotalSeconds);
        Assert.Equal([-10, -7], times);
    }

    [Fact]
    [Trait("Vector", "Q13")]
    public void Both_orders_of_the_words_of_a_float_are_read_as_the_mapping_says()
    {
        var mapped = _bench.Mapped("raw/41", """{"abcd":[16968,0],"cdab":[0,16968]}""");

        Assert.Equal(["total/voltage=50", "total/current=50"], MappingBench.Values(mapped));
    }

    [Fact]
    public void Signed_and_long_integers_are_read_as_their_bits_say()
    {
        var mapped = _bench.Mapped("raw/41", """{"int":[7,65535,65126],"long":[4660,0,0,0]}""");

        Assert.Equal(["total/active-power=-410", "total/active-energy=13330"], MappingBench.Values(mapped));
    }

    [Theory]
    [InlineData("""{"abcd":[16968]}""")]
    [InlineData("""{"abcd":[16968,65536]}""")]
    [InlineData("""{"abcd":[16968,-1]}""")]
    [InlineData("""{"abcd":[16968,"0"]}""")]
    [InlineData("""{"abcd":50}""")]
    [InlineData("""{"abcd":[32704,0]}""")]
    public void Registers_that_are_none_are_a_bad_value(string payload)
    {
        var mapped = _bench.Mapped("raw/41", payload);

        Assert.Equal(["total/voltage=unknown"], MappingBench.Values(mapped));
        Assert.Single(mapped.Faults);
    }
}
