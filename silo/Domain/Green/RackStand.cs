using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Green;

/// <summary>Racks of a facility as they were counted on a day; they stand until they are counted again.</summary>
public sealed record RackStand(FacilityId Facility, DateOnly CountedOn, RackCounts Counts);
