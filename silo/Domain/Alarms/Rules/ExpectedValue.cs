using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A value and the band of its like moments.</summary>
/// <param name="Value">Null when not known.</param>
/// <param name="Band">Null when there is no like moment at all.</param>
public readonly record struct ExpectedValue(PointId Point, double? Value, ExpectedBand? Band);
