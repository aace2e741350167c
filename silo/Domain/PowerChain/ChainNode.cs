using DcOps.Domain.Topology;

namespace DcOps.Domain.PowerChain;

/// <summary>One thing of a facility that others depend on, or that depends on others.</summary>
/// <param name="Id">Of its own within the facility, as in <c>panel-3/breaker-12</c>.</param>
/// <param name="Phase">As in <c>L1</c>; empty for all phases.</param>
/// <param name="Address">Where it is read; null when nothing reads it.</param>
/// <param name="Equipment">Class and rating.</param>
public sealed record ChainNode(
    string Id, FacilityId Facility, Designation Name, string Phase, EquipmentAddress? Address, Equipment Equipment)
{
    public EquipmentClass Class => Equipment.Class;

    /// <summary>The rack that it is; null for everything else.</summary>
    public RackId? Rack => Class == EquipmentClass.Rack ? Address?.Location.Rack : null;
}
