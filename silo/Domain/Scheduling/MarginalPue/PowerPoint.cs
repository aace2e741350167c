namespace DcOps.Domain.Scheduling.MarginalPue;

/// <summary>One metered interval: what ran, what the facility drew, and how warm and wet the air was.</summary>
public readonly record struct PowerPoint(double ItKw, double FacilityKw, double WetBulbCelsius);
