namespace DcOps.Domain.Alarms.Rules;

/// <summary>A period's PUE beside the one that this facility had under like conditions.</summary>
/// <param name="Present">Null when it cannot be computed.</param>
/// <param name="Baseline">Of the same category; null when there is no such period.</param>
/// <param name="Completeness">The lesser of both, 0 to 1.</param>
public readonly record struct PueComparison(double? Present, double? Baseline, double Completeness);
