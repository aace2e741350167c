using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>How long a point has said the same.</summary>
/// <param name="Value">Null when it says nothing usable.</param>
public readonly record struct SensorStretch(PointId Point, double? Value, TimeSpan Unchanged);
