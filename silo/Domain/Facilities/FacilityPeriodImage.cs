using DcOps.Domain.Ledger;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>A facility's energy over a period as it is kept: everything but the facts besides metered energy.</summary>
/// <param name="Roles">Declared roles, in their order.</param>
/// <param name="Pue">Electricity alone, by category, category 1 first.</param>
/// <param name="Pairs">In the order of <see cref="PairKind"/>.</param>
public sealed record FacilityPeriodImage(
    DateTimeOffset From,
    DateTimeOffset To,
    ImmutableArray<RoleTotal> Roles,
    RoleEnergy? Entering,
    ImmutableArray<PairedEnergy> Pue,
    ImmutableArray<PairedEnergy> Pairs,
    PairedEnergy Cooling,
    Energy OtherCarriers);
