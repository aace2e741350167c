namespace DcOps.Domain.Scheduling.Model;

/// <summary>One pool of one facility: units free for the plan, slot by slot. A facility has at most one pool of a kind.</summary>
/// <param name="Facility">Position in <see cref="PlanningInput.Facilities"/>.</param>
/// <param name="KwPerUnit">IT kW of one busy unit; old hardware needs more.</param>
/// <param name="Free">Units not taken by work outside the plan, one value per slot.</param>
/// <param name="Stacks">Software stacks it runs; empty means any.</param>
public sealed record CapacityOffer(
    int Facility, PoolKind Kind, double KwPerUnit, ImmutableArray<double> Free, ImmutableArray<string> Stacks);
