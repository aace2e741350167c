using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Work;

/// <summary>What a maintenance window is about. Several kinds of condition narrow it; none at all is about nothing.</summary>
/// <param name="Locations">Facilities, rooms or racks by the beginning of their paths.</param>
/// <param name="Groups">Names of groups of locations.</param>
/// <param name="Rules">Ids of alarm rules; every one when empty.</param>
[GenerateSerializer, Immutable, Alias("WindowScope")]
public sealed record WindowScope([property: Id(0)] ImmutableArray<string> Locations, [property: Id(1)] ImmutableArray<string> Groups, [property: Id(2)] ImmutableArray<string> Rules)
{
    /// <param name="groups">Locations of each group by its name.</param>
    public bool Covers(in AlarmKey key, IReadOnlyDictionary<string, AlarmScope> groups) =>
        CoversRule(key.Rule) && CoversPlace(key.Location, groups);

    public bool CoversRule(string rule) => Rules.IsEmpty || Rules.Contains(rule, StringComparer.Ordinal);

    public bool CoversPlace(Location location, IReadOnlyDictionary<string, AlarmScope> groups)
    {
        // A misspelt group suppresses nothing, rather than everything.
        if (Locations.IsEmpty && Groups.IsEmpty)
            return false;
        if (!Locations.IsEmpty && new AlarmScope { Locations = Locations }.Covers(location))
            return true;

        foreach (var group in Groups)
        {
            if (groups.TryGetValue(group, out var scope) && scope.Covers(location))
                return true;
        }

        return false;
    }
}
