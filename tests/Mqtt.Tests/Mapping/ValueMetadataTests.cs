using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

/// <summary>Points whose unit stands in a retained message beside the value.</summary>
public sealed class ValueMetadataTests
{
    const string Value = "BMS/v1/PUB/Value/Rack/RackPower/hall-1/rack-a07/power";
    const string Metadata = "BMS/v1/PUB/Metadata/Rack/RackPower/hall-1/rack-a07/power";
    readonly MappingBench _bench = new("bms-value-metadata");
    readonly long _now = MappingBench.ReceivedAt.ToUnixTimeMilliseconds();

    [Fact]
    public void A_value_is_believed_once_its_unit_is_known()
    {
        var before = _bench.Read(Value, $$"""{"value":4.2,"timestamp":{{_now}},"quality":1}""");
        _bench.Retained(Metadata, """{"engUnit":"kW"}""");

        var mapped = _bench.Mapped(Value, $$"""{"value":4.2,"timestamp":{{_now}},"quality":1}""");

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.Undescribed), before);
        Assert.Equal(["total/active-power=4200"], MappingBench.Values(mapped));
        Assert.Equal(MappingBench.ReceivedAt, mapped.Readings.Readings[0].ObservedAt);
    }

    [Fact]
    public void A_changed_unit_counts_from_then_on()
    {
        _bench.Retained(Metadata, """{"engUnit":"kW"}""");
        _bench.Mapped(Value, """{"value":4.2,"quality":1}""");

        _bench.Read(Metadata, """{"engUnit":"Watts"}""");

        Assert.Equal(["total/active-power=4.2"], MappingBench.Values(_bench.Mapped(Value, """{"value":4.2,"quality":1}""")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_value_of_another_quality_than_good_is_bad(int quality)
    {
        _bench.Retained(Metadata, """{"engUnit":"kW"}""");

        var mapped = _bench.Mapped(Value, $$"""{"value":4.2,"quality":{{quality}}}""");

        Assert.Equal(ReadingQuality.Bad, mapped.Readings.Readings[0].Quality);
    }

    [Fact]
    public void A_state_takes_its_codes_from_the_metadata_and_their_meaning_from_the_mapping()
    {
        _bench.Retained("BMS/v1/PUB/Metadata/Rack/RackLeakDetect/hall-1/rack-a07/leak", """{"stateText":{"0":"Normal","1":"Leak"}}""");

        var mapped = _bench.Mapped("BMS/v1/PUB/Value/Rack/RackLeakDetect/hall-1/rack-a07/leak", """{"value":1,"quality":1}""");

        Assert.Equal([$"total/condition={(int)ConditionCode.Critical}"], MappingBench.Values(mapped));
    }

    [Theory]
    [InlineData("{}", "the description tells no unit at $.engUnit")]
    [InlineData("""{"engUnit":"kWh"}""", "'kWh' is not a unit of active-power; known are W, kW, MW, mW, BTU/h.")]
    public void A_description_without_a_unit_of_the_quantity_is_refused_and_its_values_with_it(string description, string reason)
    {
        var outcome = _bench.Retained(Metadata, description);

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.UnusableDescription, reason), outcome);
        Assert.Equal(new MessageOutcome.Refused(RefusalReason.Undescribed), _bench.Read(Value, """{"value":4.2,"quality":1}"""));
    }
}
