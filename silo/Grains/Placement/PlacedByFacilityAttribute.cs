using Orleans.Placement;

namespace DcOps.Grains.Placement;

/// <summary>The grain stands in the silo of its facility; see <see cref="FacilityPlacement"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class PlacedByFacilityAttribute() : PlacementAttribute(new FacilityPlacement());
