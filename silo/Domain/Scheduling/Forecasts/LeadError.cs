namespace DcOps.Domain.Scheduling.Forecasts;

/// <summary>How wrong forecasts of one lead were.</summary>
/// <param name="LeadHour">Hours ahead, from 1.</param>
/// <param name="MeanAbsoluteShare">Mean absolute error over mean absolute truth; null when the truth was zero throughout.</param>
/// <param name="PinballLoss">Mean of the quantile losses at 10, 50 and 90 %.</param>
/// <param name="Coverage">Share of the truth that lay between P10 and P90; 0.8 is right.</param>
public sealed record LeadError(int LeadHour, double? MeanAbsoluteShare, double PinballLoss, double Coverage, int Count);
