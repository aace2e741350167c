using DcOps.Domain.Topology;

namespace DcOps.Domain.Scheduling.Advice;

/// <summary>What a facility's meters counted over one slot of a plan.</summary>
public readonly record struct MeteredSlot(FacilityId Facility, DateTimeOffset From, double ItKwh, double FacilityKwh);
