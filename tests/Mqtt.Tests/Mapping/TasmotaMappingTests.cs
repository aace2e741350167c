using System.Text.Json;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Telemetry;
using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

public sealed class TasmotaMappingTests
{
    static readonly DateTimeOffset NewYear = new(2025, 12, 31, 16, 0, 31, TimeSpan.Zero);
    readonly MappingBench _bench = new("tasmota");

    [Fact]
    [Trait("Vector", "Q05")]
    public void Reads_its_total_as_kilowatt_hours()
    {
        var mapped = _bench.Mapped("tele/pow1/SENSOR", """{"ENERGY":{"Total":337.433}}""");

        Assert.Equal(["total/active-energy=337433"], MappingBench.Values(mapped));
        Assert.Equal((1, 7_400), (mapped.Readings.Registers[0].ResolutionWattHours, mapped.Readings.Registers[0].RatedWatts));
    }

    [Fact]
    [Trait("Vector", "Q09")]
    public void Sums_three_phases_and_keeps_each()
    {
        var mapped = _bench.Mapped("tele/pow1/SENSOR", """{"ENERGY":{"Power":[100,120,80]}}""");

        Assert.Equal(
            ["total/active-power=300", "phase-1/active-power=100", "phase-2/active-power=120", "phase-3/active-power=80"],
            MappingBench.Values(mapped));
    }

    [Fact]
    public void Does_not_know_the_sum_when_it_does_not_know_a_phase()
    {
        var mapped = _bench.Mapped("tele/pow1/SENSOR", """{"ENERGY":{"Power":[100,null,80]}}""");

        Assert.Equal("total/active-power=unknown", MappingBench.Values(mapped)[0]);
    }

    [Fact]
    [Trait("Vector", "Q10")]
    public void Reads_its_local_time_in_the_zone_of_the_mapping()
    {
        var mapped = _bench.Mapped("tele/pow1/SENSOR", """{"Time":"2026-01-01T00:00:30","ENERGY":{"Power":1}}""", NewYear);

        Assert.Equal(NewYear.AddSeconds(-1), mapped.Readings.Readings[0].ObservedAt);
        Assert.Equal(TimeFault.None, mapped.Time);
    }

    [Fact]
    public void Takes_the_start_of_its_total_for_the_evidence_of_a_reset()
    {
        var mapped = _bench.Mapped("tele/pow1/SENSOR", """{"ENERGY":{"TotalStartTime":"2026-01-01T00:00:30","Total":0.1}}""");

        Assert.Equal(["total/register-reset-at=1767196830", "total/active-energy=100"], MappingBench.Values(mapped));
    }

    [Fact]
    public void Knows_nothing_of_a_device_that_its_broker_says_is_gone()
    {
        _bench.Mapped("tele/pow1/SENSOR", """{"ENERGY":{"Power":7}}""");

        var gone = _bench.Mapped("tele/pow1/LWT", "Offline");
        var twice = _bench.Read("tele/pow1/LWT", "Offline");
        var back = _bench.Read("tele/pow1/LWT", "Online");

        Assert.Equal(["total/active-power=unknown"], MappingBench.Values(gone));
        Assert.All([twice, back], outcome => Assert.Empty(Assert.IsType<MessageOutcome.Noted>(outcome).Topics));
    }

    [Fact]
    public void Reads_every_energy_message_of_the_documentation()
    {
        var recorded = File.ReadLines(SharedFolder.Of("data", "mqtt", "tasmota_docs.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => (Topic: line.GetProperty("topic").GetString()!, Payload: line.GetProperty("payload_text").GetString()!))
            .Where(line => line.Topic is "tele/pow1/SENSOR" or "tele/tasmota/SENSOR" && line.Payload.Contains("\"ENERGY\"", StringComparison.Ordinal));

        var registers = recorded.Select(line => _bench.Mapped(line.Topic, line.Payload))
            .Select(mapped => (mapped.Readings.Device.Name, Energy: mapped.Readings.Readings.First(reading => reading.Point.Quantity == Quantity.ActiveEnergy).Value))
            .Distinct();

        Assert.Equal([("pow1", 6294.0), ("tasmota", 6294.0), ("tasmota", 9098245), ("tasmota", 9098255), ("tasmota", 9098265)],
            registers.Select(register => (register.Name == "pdu-a" ? "pow1" : "tasmota", Math.Round(register.Energy!.Value, 6))));
    }

    [Fact]
    public void Reads_no_message_of_the_documentation_as_a_fault()
    {
        var recorded = File.ReadLines(SharedFolder.Of("data", "mqtt", "tasmota_docs.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("payload_text").GetString()!);

        var reasons = recorded.Select(payload => _bench.Read("tele/pow1/SENSOR", payload) switch
        {
            MessageOutcome.Mapped mapped => mapped.Faults.IsEmpty ? "mapped" : "faulty",
            MessageOutcome.Refused refused => refused.Reason.ToString(),
            _ => "",
        }).CountBy(reason => reason).ToDictionary();

        Assert.Equal(["NotJson", "NothingMapped", "mapped"], reasons.Keys.Order(StringComparer.Ordinal));
    }
}
