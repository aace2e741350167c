namespace DcOps.Simulator.Layout;

/// <summary>The province to play, wholly decided by size and seed.</summary>
public sealed record ProvincePlan(ulong Seed, LayoutSize Size, ImmutableArray<FacilityPlan> Facilities);
