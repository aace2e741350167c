using System.Collections.Frozen;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.PowerChain;

/// <summary>Equipment by where it is read: a part of a device, a device, or a rack.</summary>
public sealed class EquipmentRegister
{
    readonly FrozenDictionary<(string Path, string Device, PartKind Part, ushort Index), Equipment> _byPart;

    public EquipmentRegister(IEnumerable<KeyValuePair<EquipmentAddress, Equipment>> entries) =>
        _byPart = entries.ToFrozenDictionary(
            entry => (entry.Key.Location.Path, entry.Key.Device, entry.Key.Part, entry.Key.Index), entry => entry.Value);

    public static EquipmentRegister Empty { get; } = new([]);

    /// <summary>Of the part if it is known, else of its device; null when neither is.</summary>
    public Equipment? Of(Location location, in PointId point)
    {
        if (_byPart.Count == 0)
            return null;

        return _byPart.TryGetValue((location.Path, point.Device, point.Part, point.Index), out var part) ? part
            : _byPart.TryGetValue((location.Path, point.Device, PartKind.Total, 0), out var device) ? device
            : null;
    }
}
