namespace DcOps.Domain.Facilities;

/// <summary>Energy of one role over one interval.</summary>
/// <param name="IsComplete">Whether every meter of the role is known.</param>
public readonly record struct RoleValue(long WattHours, long EstimatedWattHours, bool IsComplete);
