using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>What a profile made of one raw value: for people who write profiles, and for tests.</summary>
/// <param name="Object">The object's name in its MIB.</param>
/// <param name="Value">In the canonical unit of the point's quantity; null when the device says "not available".</param>
public sealed record Interpretation(RawValue Raw, string Object, PointId Point, double? Value, ReadingQuality Quality)
{
    /// <summary>Unit that raw × <see cref="Scale"/> is in; null for conditions, and when the device does not say it.</summary>
    public string? Unit { get; init; }

    /// <summary>The profile's own factor, before what other objects of the device say; null when <see cref="Unit"/> is.</summary>
    public double? Scale { get; init; }
}
