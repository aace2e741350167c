using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>What a <see cref="MappingTrial"/> made of a message, as lines for a person.</summary>
public static class TrialReport
{
    /// <returns>One line for the message or each of its parts, then one for each value: point, value, unit, quality, raw.</returns>
    public static IEnumerable<string> Lines(MappingTrial trial, MessageOutcome outcome) => outcome switch
    {
        MessageOutcome.Several several => several.Parts.SelectMany(part => Lines(trial, part)),
        MessageOutcome.Refused refused => [$"refused: {KebabCase.Of(refused.Reason)}{(refused.Detail is null ? "" : $": {refused.Detail}")}"],
        MessageOutcome.Noted { Topics.IsEmpty: false } noted => [$"noted; its values come on {string.Join(", ", noted.Topics)}"],
        MessageOutcome.Noted => ["noted: tells of a device, has no value"],
        MessageOutcome.Mapped mapped => Lines(trial, mapped),
        _ => [],
    };

    static IEnumerable<string> Lines(MappingTrial trial, MessageOutcome.Mapped mapped)
    {
        var device = mapped.Readings.Device;
        var place = device.Location == MappingTrial.Elsewhere ? $"the place that the configuration gives '{trial.SourceOf(device.Name)}'" : device.Location.Path;
        var at = mapped.Readings.Readings[0].ObservedAt;
        var time = mapped.Time == TimeFault.None ? "" : $", its own time is not believed ({KebabCase.Of(mapped.Time)})";
        yield return $"{mapped.Mapping}: device {device.Name} at {place}, {at.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}{time}";
        foreach (var reading in mapped.Readings.Readings)
            yield return Line(reading, trial.Values.FirstOrDefault(traced => traced.Point == reading.Point));
    }

    static string Line(Reading reading, TracedValue? traced)
    {
        var point = reading.Point.ToString()[(reading.Point.Device.Length + 1)..];
        var value = reading.Value is not { } number ? "unknown"
            : reading.Point.Quantity == Quantity.Condition ? KebabCase.Of((ConditionCode)number)
            : $"{number.ToString("G12", CultureInfo.InvariantCulture)} {UnitOfMeasure.SymbolsOf(reading.Point.Quantity).FirstOrDefault()}";
        var fault = traced?.Fault is { } reason and not ValueFault.None ? $" ({KebabCase.Of(reason)})" : "";
        var raw = traced is null ? "" : $"  {traced.Path} = {Shortened(traced.Raw)} {traced.RawUnit}";
        return $"  {point,-32} {value,18}  {KebabCase.Of(reading.Quality)}{fault}{raw}";
    }

    static string Shortened(string raw) => raw.Length <= 60 ? raw : $"{raw[..60]}…";
}
