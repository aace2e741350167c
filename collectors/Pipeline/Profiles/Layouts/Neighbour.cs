using System.Globalization;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>Where a value that another depends on is found.</summary>
/// <param name="Position">In the message; -1 when the message does not have it.</param>
/// <param name="Known">From an earlier message, when this one does not have it; null when nobody has said it.</param>
readonly record struct Neighbour(int Position, RawValue? Known)
{
    /// <summary>Null when there is no such value, or one without content.</summary>
    public RawValue? Said(ReadOnlySpan<RawValue> values) =>
        Position < 0 ? Known is { Kind: not RawKind.Absent } ? Known : null
        : values[Position].Kind != RawKind.Absent ? values[Position]
        : null;

    public double? NumberIn(ReadOnlySpan<RawValue> values) => Said(values) is { } said ? NumberOf(said) : null;

    /// <summary>Null when it is no number, written out or not.</summary>
    public static double? NumberOf(in RawValue value) => value switch
    {
        { Kind: RawKind.Number } => value.Number,
        { Kind: RawKind.Text, Text: { } text }
            when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };
}
