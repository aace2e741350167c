namespace DcOps.Domain.Alarms.Rules;

/// <summary>One phase of a pair of feeds.</summary>
/// <param name="Phase">As in <c>L1</c>; empty where the phases are not told apart.</param>
/// <param name="PeakOfBoth">Highest sum of both feeds within a minute and a half of yesterday, A or W; null when not known.</param>
/// <param name="SurvivorRating">Rating of the survivor, A or W; null when not declared.</param>
/// <param name="Derating">Share of the rating for continuous load; null when not declared.</param>
public readonly record struct FailoverPhase(string Phase, double? PeakOfBoth, double? SurvivorRating, double? Derating);
