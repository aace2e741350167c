namespace DcOps.Domain.Scheduling.Model;

/// <summary>The way from one region to another. Where no link is given there is none; within a region there needs to be none.</summary>
/// <param name="From">Position in <see cref="PlanningInput.Regions"/>.</param>
/// <param name="To">Position in <see cref="PlanningInput.Regions"/>.</param>
/// <param name="FreeGbps">Gb/s that the plan may use in any slot.</param>
public sealed record NetworkLink(int From, int To, double RoundTripMilliseconds, double FreeGbps, double CnyPerGigabyte);
