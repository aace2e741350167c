using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Green;

/// <summary>A design that was filed for a facility; it stands until a newer one is filed.</summary>
public sealed record FacilityDesign(FacilityId Facility, DesignProfile Design);
