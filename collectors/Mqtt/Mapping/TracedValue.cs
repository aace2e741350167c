using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>One value on its way from a payload to a reading.</summary>
/// <param name="Value">In the canonical unit; null when there is none.</param>
/// <param name="Path">Where it stands in the payload; in Sparkplug the metric's name.</param>
/// <param name="Raw">As it stands there.</param>
/// <param name="RawUnit">Unit of the device.</param>
public sealed record TracedValue(
    PointId Point, double? Value, ReadingQuality Quality, ValueFault Fault, string Path, string Raw, string RawUnit);
