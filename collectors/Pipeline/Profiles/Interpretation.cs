using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>What a profile made of one raw value: for people who write profiles, and for tests.</summary>
/// <param name="Object">The object's name in its MIB.</param>
/// <param name="Value">In the canonical unit of the point's quantity; null when the device says "not available".</param>
public sealed record Interpretation(RawValue Raw, string Object, PointId Point, double? Value, ReadingQuality Quality);
