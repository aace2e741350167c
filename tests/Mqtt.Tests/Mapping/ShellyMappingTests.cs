using System.Text.Json;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Telemetry;
using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

public sealed class ShellyMappingTests
{
    [Fact]
    [Trait("Vector", "Q05")]
    public void Reads_the_second_generation_in_watt_hours()
    {
        var bench = new MappingBench("shelly-gen2");

        var mapped = bench.Mapped("em3/events/rpc", """{"src":"em3","method":"NotifyStatus","params":{"ts":1795359599.25,"emdata:0":{"total_act":337433}}}""");

        Assert.Equal(["total/active-energy=337433"], MappingBench.Values(mapped));
        Assert.Equal(MappingBench.ReceivedAt.AddSeconds(-0.75), mapped.Readings.Readings[0].ObservedAt);
    }

    [Fact]
    [Trait("Vector", "Q05")]
    public void Reads_the_first_generation_in_watt_minutes()
    {
        var bench = new MappingBench("shelly-gen1");

        var energy = bench.Mapped("shellies/relay/relay/0/energy", "20245980");
        var power = bench.Mapped("shellies/relay/relay/0/power", "236.5");

        Assert.Equal(["outlet-1/active-energy=337433"], MappingBench.Values(energy));
        Assert.True(Assert.Single(energy.Readings.Registers).IsVolatile);
        Assert.Equal(["outlet-1/active-power=236.5"], MappingBench.Values(power));
    }

    [Fact]
    [Trait("Vector", "Q08")]
    public void Keeps_what_a_change_does_not_name()
    {
        var bench = new MappingBench("shelly-gen2");
        bench.Mapped("em3/events/rpc", """{"method":"NotifyStatus","params":{"em:0":{"a_act_power":100,"b_act_power":50}}}""");

        var mapped = bench.Mapped("em3/events/rpc", """{"method":"NotifyStatus","params":{"em:0":{"a_act_power":120}}}""");

        Assert.Equal(["phase-1/active-power=120", "phase-2/active-power=50"], MappingBench.Values(mapped));
    }

    [Fact]
    public void Leaves_other_notifications_alone()
    {
        var bench = new MappingBench("shelly-gen2");

        var outcome = bench.Read("em3/events/rpc", """{"method":"NotifyEvent","params":{"em:0":{"a_act_power":120}}}""");

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.NothingMapped), outcome);
    }

    [Fact]
    public void Numbers_the_switches_of_a_strip_from_one()
    {
        var bench = new MappingBench("shelly-gen2-status");

        var mapped = bench.Mapped("relay/status/switch:3", """{"id":3,"apower":2.7,"voltage":227.9,"current":0.121,"aenergy":{"total":7258.589},"temperature":{"tC":32.1}}""");

        Assert.Equal(
            ["outlet-4/active-power=2.7", "outlet-4/active-energy=7258.589", "outlet-4/voltage=227.9", "outlet-4/current=0.121", "outlet-4/temperature=32.1"],
            MappingBench.Values(mapped));
    }

    [Fact]
    public void Reads_a_three_phase_meter_of_the_first_generation_phase_by_phase()
    {
        var bench = new MappingBench("shelly-gen1-meter");

        var power = bench.Mapped("shellies/em3/emeter/2/power", "236.5");
        var total = bench.Mapped("shellies/em3/emeter/2/total", "337433.1");
        var energy = bench.Read("shellies/em3/emeter/2/energy", "12");

        Assert.Equal(["phase-3/active-power=236.5"], MappingBench.Values(power));
        Assert.Equal(["phase-3/active-energy=337433.1"], MappingBench.Values(total));
        Assert.Equal(new MessageOutcome.Refused(RefusalReason.NothingMapped), energy);
    }

    [Fact]
    public void Knows_nothing_of_a_device_that_went_offline_and_begins_anew_with_what_it_says_next()
    {
        var bench = new MappingBench("shelly-gen2");
        bench.Mapped("em3/events/rpc", """{"method":"NotifyStatus","params":{"em:0":{"a_act_power":100,"b_act_power":50}}}""");

        var gone = bench.Mapped("em3/online", "false");
        var again = bench.Mapped("em3/events/rpc", """{"method":"NotifyStatus","params":{"em:0":{"a_act_power":120}}}""");

        Assert.Equal(["phase-1/active-power=unknown", "phase-2/active-power=unknown"], MappingBench.Values(gone).Order());
        Assert.Equal(["phase-1/active-power=120"], MappingBench.Values(again));
    }

    [Fact]
    public void Reads_every_recorded_status_of_a_metered_switch_and_refuses_the_rest_by_name()
    {
        var bench = new MappingBench("shelly-gen2-status");
        var recorded = File.ReadLines(SharedFolder.Of("data", "mqtt", "shelly_status.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => (Topic: line.GetProperty("topic").GetString()!, Payload: line.GetProperty("payload")))
            .ToList();

        var metered = recorded.Where(line => line.Payload.TryGetProperty("aenergy", out _)).ToList();
        var energies = metered.Select(line => bench.Mapped("relay/" + line.Topic[(line.Topic.IndexOf('/', StringComparison.Ordinal) + 1)..], line.Payload.GetRawText()))
            .Select(mapped => mapped.Readings.Readings.Single(reading => reading.Point.Quantity == Quantity.ActiveEnergy).Value);
        var others = recorded.Except(metered).Select(line => bench.Read("relay/status/switch:0", line.Payload.GetRawText()));

        Assert.Equal(metered.Select(line => (double?)line.Payload.GetProperty("aenergy").GetProperty("total").GetDouble()), energies);
        Assert.Equal(18, recorded.Count);
        Assert.All(others, outcome => Assert.Equal(new MessageOutcome.Refused(RefusalReason.NothingMapped), outcome));
    }
}
