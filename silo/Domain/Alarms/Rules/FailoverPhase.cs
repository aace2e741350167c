namespace DcOps.Domain.Alarms.Rules;

/// <summary>One phase of a pair of feeds.</summary>
/// <param name="Phase">As in <c>L1</c>.</param>
/// <param name="PeakOfBoth">Highest sum of both feeds' currents within one minute of yesterday, A; null when not known.</param>
/// <param name="SurvivorAmperes">Rating of the survivor's breaker, A; null when not declared.</param>
/// <param name="Derating">Share of the rating for continuous load; null when not declared.</param>
public readonly record struct FailoverPhase(string Phase, double? PeakOfBoth, double? SurvivorAmperes, double? Derating);
