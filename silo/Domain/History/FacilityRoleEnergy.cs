using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.History;

/// <summary>Ledger energy of one role of one facility, summed over a period.</summary>
/// <param name="IntervalsComplete">Rows in which every declared meter is known.</param>
public sealed record FacilityRoleEnergy(
    FacilityId Facility,
    MeterRole Role,
    Energy Energy,
    Energy Estimated,
    int IntervalsComplete);
