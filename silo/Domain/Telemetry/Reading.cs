namespace DcOps.Domain.Telemetry;

/// <summary>One normalised value at one instant.</summary>
/// <param name="Value">In the canonical unit of the point's quantity; null when the device said "not available". Never NaN or infinite.</param>
/// <param name="ObservedAt">When the device said it, UTC; the collector's clock unless the device's own is trusted.</param>
[GenerateSerializer, Immutable, Alias("Reading")]
public readonly record struct Reading(
    [property: Id(0)] PointId Point,
    [property: Id(1)] double? Value,
    [property: Id(2)] DateTimeOffset ObservedAt,
    [property: Id(3)] ReadingQuality Quality);
