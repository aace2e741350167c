using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Facilities;

/// <summary>What must survive of one role's energy.</summary>
[GenerateSerializer, Immutable, Alias("RoleImage")]
public sealed record RoleImage(
    [property: Id(0)] MeterRole Role,
    [property: Id(1)] ImmutableArray<EnergySlot> Quarters,
    [property: Id(2)] ImmutableArray<EnergySlot> Minutes,
    [property: Id(3)] DayEnergy Today);
