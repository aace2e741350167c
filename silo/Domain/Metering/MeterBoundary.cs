using DcOps.Domain.Topology;

namespace DcOps.Domain.Metering;

/// <summary>A facility's meters as they were declared on one local day.</summary>
/// <param name="Meters">By name; empty when nothing was declared.</param>
public sealed record MeterBoundary(FacilityId Facility, ImmutableArray<RegisteredMeter> Meters)
{
    public RegisteredMeter? this[string meter] => Meters.FirstOrDefault(each => each.Meter == meter);

    /// <summary>
    /// Meters whose sum is a role: those of the role that have no meter of the same role above them, for that one holds
    /// their energy already. By name.
    /// </summary>
    public IEnumerable<RegisteredMeter> Of(MeterRole role) =>
        Meters.Where(meter => meter.Role == role && !AncestorsOf(meter).Any(above => above.Role == role));

    /// <summary>Meters directly below one, of the same carrier, by name.</summary>
    public IEnumerable<RegisteredMeter> ChildrenOf(RegisteredMeter parent) =>
        Meters.Where(meter => meter.Parent == parent.Meter && meter.Carrier == parent.Carrier);

    /// <summary>Roles that have a meter, in their order.</summary>
    public ImmutableArray<MeterRole> Roles => [.. Meters.Select(meter => meter.Role).Where(role => role != MeterRole.None).Distinct().Order()];

    /// <summary>Meters above one, nearest first.</summary>
    public IEnumerable<RegisteredMeter> AncestorsOf(RegisteredMeter meter)
    {
        for (var above = ParentOf(meter); above is not null; above = ParentOf(above))
            yield return above;
    }

    RegisteredMeter? ParentOf(RegisteredMeter meter) => meter.Parent is { } parent ? this[parent] : null;
}
