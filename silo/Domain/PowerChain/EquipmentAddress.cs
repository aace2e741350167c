using System.Globalization;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.PowerChain;

/// <summary>Where a piece of equipment is read.</summary>
/// <param name="Device">Empty for the location as a whole, as for a rack.</param>
public readonly record struct EquipmentAddress(Location Location, string Device, PartKind Part, ushort Index)
{
    public override string ToString() => Device.Length == 0 ? Location.Path
        : Part == PartKind.Total ? $"{Location}|{Device}"
        : string.Create(CultureInfo.InvariantCulture, $"{Location}|{Device}/{KebabCase.Of(Part)}-{Index}");
}
