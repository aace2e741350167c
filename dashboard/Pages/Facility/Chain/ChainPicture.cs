using DcOps.Domain.Alarms;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Facility.Chain;

/// <summary>Power and cooling of a facility from the grid to the rooms: what is drawn, and where.</summary>
/// <param name="Boxes">Left to right, in each column as they stand below each other.</param>
public sealed record ChainPicture(ImmutableArray<ChainBox> Boxes)
{
    const Dependency Supplies = Dependency.Power | Dependency.Cooling;

    // Breakers and what comes after them are as many as racks: they are counted in the panel above them.
    static readonly EquipmentClass[] Drawn =
    [
        EquipmentClass.UtilityFeed, EquipmentClass.Generator, EquipmentClass.Transformer, EquipmentClass.Switchboard, EquipmentClass.TransferSwitch,
        EquipmentClass.Ups, EquipmentClass.Battery, EquipmentClass.Panel, EquipmentClass.Chiller, EquipmentClass.CoolingTower, EquipmentClass.Pump,
        EquipmentClass.CoolingLoop, EquipmentClass.CoolingUnit,
    ];

    public int Columns => Boxes.IsEmpty ? 0 : Boxes.Max(box => box.Column) + 1;

    /// <param name="readings">Newest of the facility's plant.</param>
    /// <param name="alarms">Standing, of the facility.</param>
    public static ChainPicture Of(DependencyGraph chain, FacilityId facility, ImmutableArray<Reading> readings, IEnumerable<Alarm> alarms)
    {
        var places = chain.PlacesOf(facility).Where(place => Drawn.Contains(chain.Nodes[place].Class)).ToList();
        var drawn = places.ToHashSet();
        var columns = new Dictionary<int, int>();
        var troubles = alarms.Where(alarm => alarm.IsStanding)
            .Select(alarm => (Place: chain.Find(alarm.Key.Location, alarm.Key.Point) is { } at ? DrawnAbove(chain, drawn, at) : null, alarm.Priority))
            .Where(each => each.Place is not null).ToLookup(each => each.Place!.Value, each => each.Priority);
        var boxes = places.ConvertAll(place => Of(chain, drawn, place, readings, [.. troubles[place]], ColumnOf(chain, drawn, columns, place)));
        return new([.. InOrder(boxes)]);
    }

    static ChainBox Of(DependencyGraph chain, HashSet<int> drawn, int place, ImmutableArray<Reading> readings, ImmutableArray<AlarmPriority> alarms, int column)
    {
        var node = chain.Nodes[place];
        var own = node.Address is { Device.Length: > 0 } address && address.Location.Rack is null
            ? readings.Where(reading => reading.Point.Device == address.Device && reading is { Value: not null, Quality: ReadingQuality.Good }).ToList()
            : [];
        var watts = own.Where(reading => reading.Point is { Part: PartKind.Total, Quantity: Quantity.ActivePower }).Select(reading => reading.Value).FirstOrDefault();
        var told = own.Where(reading => reading.Point.Quantity == Quantity.LoadRatio).Select(reading => reading.Value).Max();
        Power? power = watts is { } known ? new Power(known) : null;
        return new(
            node,
            [.. chain.Needs(place).Where(edge => (edge.Kind & Supplies) != Dependency.None && drawn.Contains(edge.From)).Select(edge => (chain.Nodes[edge.From].Id, edge.Kind)).Distinct()],
            power, told is { } ratio ? new Ratio(ratio) : power is { } carried && node.Equipment.RatedPower is { } rated && rated > Domain.Units.Power.Zero ? carried / rated : null,
            chain.Downstream(place, Supplies).Count(each => chain.Nodes[each].Class == EquipmentClass.Rack),
            alarms.IsEmpty ? null : alarms.Max(), alarms.Length, column);
    }

    // The nearest drawn equipment that feeds a place, itself first; null when there is none.
    static int? DrawnAbove(DependencyGraph chain, HashSet<int> drawn, int place)
    {
        var seen = new HashSet<int>();
        for (int? at = place; at is { } here && seen.Add(here);)
        {
            if (drawn.Contains(here))
                return here;
            at = chain.Needs(here).Where(edge => edge.Kind == Dependency.Power).Select(edge => (int?)edge.From).FirstOrDefault();
        }

        return null;
    }

    static int ColumnOf(DependencyGraph chain, HashSet<int> drawn, Dictionary<int, int> known, int place)
    {
        if (known.TryGetValue(place, out var column))
            return column;

        column = chain.Needs(place).Where(edge => (edge.Kind & Supplies) != Dependency.None && drawn.Contains(edge.From))
            .Select(edge => ColumnOf(chain, drawn, known, edge.From) + 1).DefaultIfEmpty(0).Max();
        return known[place] = column;
    }

    // Below each other as what feeds them stands, so that few lines cross.
    static IEnumerable<ChainBox> InOrder(List<ChainBox> boxes)
    {
        var heights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var column in boxes.GroupBy(box => box.Column).OrderBy(group => group.Key))
        {
            var ordered = column.OrderBy(box => box.Needs.Select(need => heights.GetValueOrDefault(need.Id)).DefaultIfEmpty(0).Average())
                .ThenBy(box => box.Node.Class).ThenBy(box => box.Node.Id, StringComparer.Ordinal).ToList();
            for (var place = 0; place < ordered.Count; place++)
            {
                heights[ordered[place].Node.Id] = (place + 0.5) / ordered.Count;
                yield return ordered[place];
            }
        }
    }
}
