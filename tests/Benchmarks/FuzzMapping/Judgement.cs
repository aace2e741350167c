using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Telemetry;

namespace DcOps.Benchmarks.FuzzMapping;

/// <summary>What must hold of every outcome, whatever was read.</summary>
static class Judgement
{
    static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(5);

    /// <returns>Null when nothing is wrong with it.</returns>
    public static string? Of(MessageOutcome outcome, DateTimeOffset receivedAt) => outcome switch
    {
        MessageOutcome.Several several when several.Parts.IsEmpty => "several of nothing",
        MessageOutcome.Several several => several.Parts.Select(part => Of(part, receivedAt)).FirstOrDefault(wrong => wrong is not null),
        MessageOutcome.Mapped mapped when mapped.Readings.Readings.IsEmpty => "mapped to nothing",
        MessageOutcome.Mapped mapped => mapped.Readings.Readings.Select(reading => Of(reading, mapped, receivedAt)).FirstOrDefault(wrong => wrong is not null),
        MessageOutcome.Refused { Reason: RefusalReason.Failed } => "failed",
        _ => null,
    };

    static string? Of(Reading reading, MessageOutcome.Mapped mapped, DateTimeOffset receivedAt)
    {
        if (reading.Value is { } value && !double.IsFinite(value))
            return $"{reading.Point} is {value}";
        if (reading is { Value: { } number, Quality: not ReadingQuality.Bad } && reading.Point.Quantity != Quantity.Voltage
            && !QuantityTraits.Of(reading.Point.Quantity).Possible.Contains(number))
            return $"{reading.Point} is impossible: {number}";
        if ((reading.ObservedAt - receivedAt).Duration() > LargestSkew)
            return $"{reading.Point} is of {reading.ObservedAt:O}";
        if (mapped.Time != TimeFault.None && reading.Quality == ReadingQuality.Good && mapped.Mapping != "sparkplug-plain")
            return $"{reading.Point} is good, its time {mapped.Time}";
        if (mapped.Readings.Readings.Count(other => other.Point == reading.Point) > 1 && mapped.Mapping != "sparkplug-plain")
            return $"{reading.Point} stands twice";
        if (mapped.Readings.Registers.Any(register => !(register.RatedWatts > 0) || !(register.ResolutionWattHours > 0)))
            return "a register without rating or resolution";
        return null;
    }
}
