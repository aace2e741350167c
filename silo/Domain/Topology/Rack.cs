using DcOps.Domain.Units;

namespace DcOps.Domain.Topology;

/// <summary>One cabinet as the inventory knows it.</summary>
/// <param name="Id">Facility, room and rack.</param>
/// <param name="ProvisionedPower">What the rack was granted; the base of its utilization.</param>
[GenerateSerializer, Immutable, Alias("Rack")]
public sealed record Rack([property: Id(0)] RackId Id, [property: Id(1)] Power ProvisionedPower);
