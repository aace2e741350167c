namespace DcOps.Domain.Scheduling.Dispatch;

/// <summary>What a job takes above what the facility takes without it, or what it was promised to.</summary>
/// <param name="FacilityKwh">At the meters.</param>
/// <param name="Cny">Its part of the bill.</param>
/// <param name="CarbonKilograms">By the plan's one method.</param>
public readonly record struct JobPromise(double FacilityKwh, double Cny, double CarbonKilograms);
