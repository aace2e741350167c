using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Facilities;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Grains.Alarms;

/// <summary>Which of a facility's resources was nearest to its end.</summary>
static class CapacityUse
{
    /// <summary>Null when nothing of it is both declared and measured.</summary>
    /// <param name="minutes">Of the day whose peak counts.</param>
    public static UsedCapacity? Narrowest(Facility facility, ImmutableArray<FacilityMinute> minutes, DependencyGraph chain)
    {
        var it = PeakOf(minutes, minute => minute.ItPower);
        var total = PeakOf(minutes, minute => minute.TotalPower);
        (Power? Peak, Power? Capacity, string Name)[] resources =
        [
            (it, facility.ItCapacity, "it-capacity"),
            (it, RatedOf(EquipmentClass.Ups), "ups"),
            (total, RatedOf(EquipmentClass.Transformer), "transformers"),
        ];
        return resources
            .Where(each => each is { Peak: not null, Capacity: { } capacity } && capacity > Power.Zero)
            .OrderByDescending(each => (each.Peak!.Value / each.Capacity!.Value).Value)
            .Select(each => (UsedCapacity?)new UsedCapacity(facility.Id.Value, each.Peak, each.Capacity, TimeSpan.FromDays(1), each.Name))
            .FirstOrDefault();

        // One of a class whose rating nobody declared leaves the sum unknown.
        Power? RatedOf(EquipmentClass kind)
        {
            var units = chain.Nodes.Where(node => node.Facility == facility.Id && node.Class == kind).ToList();
            return units.Count == 0 || units.Exists(unit => unit.Equipment.RatedPower is null)
                ? null
                : new Power(units.Sum(unit => unit.Equipment.RatedPower!.Value.Watts));
        }
    }

    static Power? PeakOf(ImmutableArray<FacilityMinute> minutes, Func<FacilityMinute, MinuteRollup?> of)
    {
        var known = minutes.Select(of).OfType<MinuteRollup>().ToList();
        return known.Count == 0 ? null : new Power(known.Max(each => each.Max));
    }
}
