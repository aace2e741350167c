using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Collectors.Mqtt.Sparkplug;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

/// <summary>What a metric says of its own value.</summary>
public sealed class SparkplugQualityTests
{
    static readonly DateTimeOffset At = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);
    static readonly SparkplugMetric Power = SparkplugMetric.Of("activePowerW", SparkplugType.Double, new SparkplugValue.Double(42), At);

    [Theory]
    [InlineData(0, ReadingQuality.Bad)]
    [InlineData(192, ReadingQuality.Good)]
    [InlineData(500, ReadingQuality.Bad)]
    public void A_value_of_another_quality_than_good_is_bad(uint quality, ReadingQuality expected)
    {
        var outcome = Read(Power with { Properties = [new("Quality", SparkplugType.Int32, new SparkplugValue.Int(quality))] });

        Assert.Equal(expected, Assert.IsType<MessageOutcome.Mapped>(outcome).Readings.Readings[0].Quality);
    }

    [Fact]
    public void A_historical_value_is_no_live_one_and_a_transient_one_is_not_kept()
    {
        var outcome = Read(Power with { IsHistorical = true }, Power with { IsTransient = true });

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.NothingMapped), outcome);
    }

    [Fact]
    public void A_historical_value_keeps_its_own_time_however_long_ago_it_was()
    {
        var yesterday = At.AddDays(-1);

        var kept = Historical(Power with { IsHistorical = true, Timestamp = yesterday }, Power);

        Assert.True(kept!.IsHistorical);
        Assert.Equal((42, yesterday, ReadingQuality.Good), (kept.Readings.Single().Value, kept.Readings[0].ObservedAt, kept.Readings[0].Quality));
    }

    [Fact]
    public void A_historical_register_a_transient_value_and_one_of_the_future_are_not_kept()
    {
        var kept = Historical(
            Power with { IsHistorical = true, IsTransient = true },
            Power with { IsHistorical = true, Timestamp = At.AddMinutes(1) },
            SparkplugMetric.Of("activeEnergyWh", SparkplugType.Double, new SparkplugValue.Double(7), At) with { IsHistorical = true });

        Assert.Null(kept);
    }

    [Fact]
    public void A_value_that_is_null_is_unknown_and_not_zero()
    {
        var outcome = Read(Power with { Value = null });

        Assert.Null(Assert.IsType<MessageOutcome.Mapped>(outcome).Readings.Readings[0].Value);
    }

    static DeviceReadings? Historical(params ImmutableArray<SparkplugMetric> metrics)
    {
        var sources = new MessageSources([MappingLibrary.Find("sparkplug-plain")!], static _ => null, static _ => true);
        return SparkplugReadings.Historical(sources.Of("NJ-01/gateway/R01.A07.pdu-a", out _).Single(), metrics, At, At);
    }

    static MessageOutcome Read(params ImmutableArray<SparkplugMetric> metrics) =>
        new MappingTrial(MappingLibrary.Find("sparkplug-plain")!).Read(
            "spBv1.0/NJ-01/DBIRTH/gateway/R01.A07.pdu-a", SparkplugEncoder.Encode(new(At, 1, metrics)), At);
}
