namespace DcOps.Domain.Scheduling.Forecasts;

/// <summary>One step of a forecast: nine times in ten the truth is below P90, once in ten below P10.</summary>
public readonly record struct ForecastPoint(double P10, double P50, double P90);
