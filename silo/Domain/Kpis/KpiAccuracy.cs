namespace DcOps.Domain.Kpis;

/// <summary>How far a figure can be trusted: between what it lies whatever the missing intervals held, and how well it was measured.</summary>
/// <param name="Low">Null when there is no lower end.</param>
/// <param name="High">Null when there is no upper end.</param>
/// <param name="HalfWidth">Measurement uncertainty at k = 2, in the figure's unit; null when a meter's accuracy class is not declared.</param>
public readonly record struct KpiAccuracy(double? Low, double? High, double? HalfWidth);
