namespace DcOps.Domain.Scheduling.Model;

/// <summary>A grid limit on the facility power of a region over [From, To) slots: a demand-response event or an energy quota.</summary>
/// <param name="Region">Position in <see cref="PlanningInput.Regions"/>.</param>
/// <param name="LimitKw">Facility kW of the region's facilities together.</param>
/// <param name="CnyPerKwhAbove">What each kWh above the limit costs (the reward that is lost); null means it must not be exceeded.</param>
public sealed record RegionLimit(int Region, int From, int To, double LimitKw, double? CnyPerKwhAbove);
