using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>How fast a point moves.</summary>
/// <param name="PerMinute">Canonical units per minute, negative when it falls; null when that is not known.</param>
public readonly record struct PointTrend(PointId Point, double? PerMinute);
