using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>
/// Plant units that back each other up: groups that a rule declares, and, for rules that declare none, the UPS that feed one thing
/// together, of which one must work. A unit works until it calls its own condition critical; a UPS without output voltage does not.
/// </summary>
public sealed class UnitWatch : IAlarmWatch
{
    const double DeadBelow = 50;

    readonly Dictionary<(string Path, string Device), List<(EquipmentAddress Address, EquipmentClass Class, UnitGroup Group, int Unit)>> _units = [];
    readonly TimeSpan _promisedAge;

    /// <param name="isOurs">Whether a location belongs to this owner; a group is watched where all its units are read.</param>
    public UnitWatch(
        ImmutableArray<RedundancyLostRule> rules, DependencyGraph chain, Func<Location, bool> isOurs, TimeSpan promisedAge,
        FacilityId? facility = null)
    {
        _promisedAge = promisedAge;
        if (chain.Nodes.IsEmpty)
            return;
        foreach (var rule in rules)
        {
            foreach (var declared in rule.Groups)
            {
                if (FacilityId.TryParse(declared.Facility, out var site) && (facility is null || facility == site))
                    Add(chain, [.. declared.Units.Select(id => chain.Find(site, id)).OfType<int>()], declared.Name, declared.Needed, [rule], isOurs);
            }
        }

        ImmutableArray<RedundancyLostRule> others = [.. rules.Where(rule => rule.Groups.IsEmpty)];
        if (others.IsEmpty)
            return;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in chain.PlacesOf(facility))
        {
            int[] ups =
            [
                .. chain.Needs(place).Where(edge => edge.Kind == Dependency.Power && chain.Nodes[edge.From].Class == EquipmentClass.Ups)
                    .Select(edge => edge.From).Order(),
            ];
            var name = string.Join(" + ", ups.Select(each => chain.Nodes[each].Id));
            if (ups.Length > 1 && known.Add($"{chain.Nodes[place].Facility}|{name}"))
                Add(chain, ups, name, 1, others, isOurs);
        }
    }

    public void Observe(AlarmBook book, Location location, ReadOnlySpan<Reading> readings, DateTimeOffset now)
    {
        if (_units.Count == 0)
            return;
        foreach (ref readonly var reading in readings)
        {
            if (reading.Point.Quantity is not (Quantity.Condition or Quantity.Voltage)
                || !_units.TryGetValue((location.Path, reading.Point.Device), out var units))
                continue;
            foreach (var (address, kind, group, unit) in units)
            {
                if (!Concerns(reading.Point, address, kind))
                    continue;
                group.Take(unit, reading.ObservedAt, IsWorking(reading));
                var state = group.At(reading.ObservedAt, _promisedAge);
                foreach (var rule in group.Rules)
                {
                    if (rule.Where.Covers(location))
                        book.Observe(rule, location, PointId.Total(group.Key, Quantity.None), state, reading.ObservedAt, now);
                }
            }
        }
    }

    public void Sweep(AlarmBook book, DateTimeOffset now)
    {
    }

    void Add(
        DependencyGraph chain, int[] places, string name, int needed, ImmutableArray<RedundancyLostRule> rules, Func<Location, bool> isOurs)
    {
        // Who cannot be read cannot be counted: a group of which one unit is missing here would always be short.
        if (places.Length < 2 || !Array.TrueForAll(places, place => chain.Nodes[place].Address is { Device.Length: > 0 } address && isOurs(address.Location)))
            return;
        var group = new UnitGroup(name, KeyOf(chain, places), needed, places.Length, rules);
        for (var unit = 0; unit < places.Length; unit++)
        {
            var node = chain.Nodes[places[unit]];
            var address = node.Address!.Value;
            if (!_units.TryGetValue((address.Location.Path, address.Device), out var here))
                _units.Add((address.Location.Path, address.Device), here = []);
            here.Add((address, node.Class, group, unit));
        }
    }

    // The alarm belongs to the group: its identity must not hang on the name that people give it.
    static string KeyOf(DependencyGraph chain, int[] places) => string.Join("-and-", places.Select(place => chain.Nodes[place].Address!.Value.Device));

    static bool Concerns(in PointId point, in EquipmentAddress address, EquipmentClass kind) =>
        (point.Quantity == Quantity.Condition && point.Part == address.Part && point.Index == address.Index)
        || (kind == EquipmentClass.Ups && point is { Quantity: Quantity.Voltage, Part: PartKind.Output });

    static bool? IsWorking(in Reading reading) => !PointTable.IsUsable(reading) || reading.Value is not { } value ? null
        : reading.Point.Quantity == Quantity.Voltage ? value >= DeadBelow
        : (ConditionCode)(byte)value is var code && code == ConditionCode.Unknown ? null
        : code != ConditionCode.Critical;
}
