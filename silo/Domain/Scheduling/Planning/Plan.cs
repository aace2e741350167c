using DcOps.Domain.Scheduling.Checking;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>A plan as the checker passed it.</summary>
/// <param name="Placements">One per workload of the input; null is not served.</param>
/// <param name="LowerBound">CNY that no plan for this input can cost less than.</param>
public sealed record Plan(
    PlanningInput Input, ImmutableArray<Placement?> Placements, PlanVerdict Verdict, double LowerBound, PlanPrices Prices)
{
    public double Cost => Verdict.Bill.Total;

    /// <summary>
    /// How much more the plan costs than the best there could be, at most, as a share of that best: the certified gap. The base load's own cost
    /// is in neither. Null when the bound is not above zero.
    /// </summary>
    public double? Gap => LowerBound > 0 ? Math.Max(0, (Cost - LowerBound) / LowerBound) : null;

    public bool WasCutShort { get; init; }

    public int PriceIterations { get; init; }

    public int SearchRounds { get; init; }
}
