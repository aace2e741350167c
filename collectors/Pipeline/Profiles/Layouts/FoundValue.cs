using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>What one message says of something.</summary>
/// <param name="Value">In the canonical unit; null when it cannot be known.</param>
readonly record struct FoundValue(double? Value, ReadingQuality Quality)
{
    public static FoundValue Unknown => new(null, ReadingQuality.Bad);
}
