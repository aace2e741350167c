namespace DcOps.Domain.Alarms.Rules;

/// <summary>The currents of three phases at one instant, A; null where one is not known.</summary>
/// <param name="RatedAmperes">Per phase; 0 when not declared, and then any load counts.</param>
public readonly record struct PhaseCurrents(double? First, double? Second, double? Third, double RatedAmperes);
