using System.Globalization;

namespace DcOps.Standalone;

/// <summary>The line behind <c>mapping try</c>.</summary>
/// <param name="Mapping">Name or file.</param>
/// <param name="Payload">File, or <c>-</c> for the input.</param>
/// <param name="Described">Retained messages that came before, in order.</param>
/// <param name="At">Null: now.</param>
sealed record MappingTrialArguments(
    string Mapping, string Topic, string Payload, ImmutableArray<(string Topic, string File)> Described, DateTimeOffset? At)
{
    /// <summary>Null when an option is unknown, twice there, or missing.</summary>
    public static MappingTrialArguments? Parse(string[] line)
    {
        string? mapping = null, topic = null, payload = null;
        DateTimeOffset? at = null;
        var described = ImmutableArray.CreateBuilder<(string, string)>();
        for (var rest = line.AsSpan(); !rest.IsEmpty;)
        {
            switch (rest)
            {
                case ["--mapping", var value, ..] when mapping is null:
                    mapping = value;
                    break;
                case ["--topic", var value, ..] when topic is null:
                    topic = value;
                    break;
                case ["--payload", var value, ..] when payload is null:
                    payload = value;
                    break;
                case ["--at", var value, ..] when DateTimeOffset.TryParse(
                    value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time):
                    at = time;
                    break;
                case ["--described", var told, var file, ..]:
                    described.Add((told, file));
                    rest = rest[3..];
                    continue;
                default:
                    return null;
            }

            rest = rest[2..];
        }

        return mapping is null || topic is null || payload is null ? null : new(mapping, topic, payload, described.ToImmutable(), at);
    }
}
