using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.MarginalPue;

/// <summary>The power curve of a facility in one range of wet-bulb temperature.</summary>
/// <param name="FromCelsius">Wet-bulb temperature at which the bin begins.</param>
/// <param name="RSquared">Share of the variance explained; null for a fall-back.</param>
/// <param name="ResidualKw">Root of the mean squared residual; null for a fall-back.</param>
/// <param name="IsFallBack">Too few points, too little spread or a bad fit: the class default stands in.</param>
public sealed record CurveBin(double FromCelsius, PowerCurve Curve, double? RSquared, double? ResidualKw, int Points, bool IsFallBack);
