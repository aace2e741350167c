using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Grains.Alarms;

/// <summary>
/// What each rack of a facility took when it last took anything: a rack that lost its supply is worth what it carried before.
/// </summary>
sealed class RackLoads(Inventory inventory)
{
    readonly Dictionary<string, double> _watts = new(StringComparer.Ordinal);

    /// <param name="watts">By the inventory's order of racks; NaN where it is not known.</param>
    public void Take(string room, ImmutableArray<double> watts)
    {
        if (!RoomId.TryParse(room, out var id) || !inventory.TryGet(id, out var known) || known.Racks.Length != watts.Length)
            return;

        for (var index = 0; index < watts.Length; index++)
        {
            if (watts[index] > 0)
                _watts[known.Racks[index].Id.Value] = watts[index];
        }
    }

    /// <summary>Null when it was never known to take anything.</summary>
    public Power? Of(string rack) => _watts.TryGetValue(rack, out var watts) ? new Power(watts) : null;
}
