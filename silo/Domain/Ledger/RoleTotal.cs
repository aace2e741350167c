using DcOps.Domain.Facilities;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>Energy of one role over a closed period.</summary>
public readonly record struct RoleTotal(MeterRole Role, RoleEnergy Energy);
