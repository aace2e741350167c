namespace DcOps.Dashboard.Components.Trends;

/// <summary>The values of one stretch of a trend.</summary>
public readonly record struct TrendBucket(double Min, double Mean, double Max);
