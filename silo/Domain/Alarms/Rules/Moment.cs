namespace DcOps.Domain.Alarms.Rules;

/// <summary>A value with what it depends on.</summary>
/// <param name="Load">IT load over capacity, 0 to 1; null when not known.</param>
/// <param name="Hour">Local hour of the day, 0 to 23.</param>
/// <param name="OutdoorCelsius">Null when not known.</param>
public readonly record struct Moment(double Value, double? Load, int Hour, double? OutdoorCelsius);
