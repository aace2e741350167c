using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Work;

/// <summary>What a maintenance window would cover, asked before it is saved and while it is open.</summary>
/// <param name="Locations">Known locations inside.</param>
/// <param name="Rules">Known rules inside.</param>
/// <param name="UnknownGroups">Names that are no group.</param>
/// <param name="UnknownRules">Ids that are no rule.</param>
public sealed record WindowMatch(
    int Locations, int Rules, ImmutableArray<string> UnknownGroups, ImmutableArray<string> UnknownRules)
{
    public bool IsEmpty => Locations == 0 || Rules == 0;

    /// <summary>A sentence for the person who made it; a window that matches nothing says so.</summary>
    public AlarmText Says => IsEmpty
        ? AlarmText.Of("window.matches-nothing", Names("groups", UnknownGroups), Names("rules", UnknownRules))
        : AlarmText.Of("window.matches", TextArgument.OfNumber("locations", Locations), TextArgument.OfNumber("count", Rules));

    public static WindowMatch Of(
        MaintenanceWindow window, IEnumerable<Location> locations, IReadOnlyCollection<string> rules,
        IReadOnlyDictionary<string, AlarmScope> groups) => new(
            locations.Count(location => window.Scope.CoversPlace(location, groups)), rules.Count(window.Scope.CoversRule),
            [.. window.Scope.Groups.Where(group => !groups.ContainsKey(group))],
            [.. window.Scope.Rules.Except(rules, StringComparer.Ordinal)]);

    static TextArgument Names(string name, ImmutableArray<string> names) =>
        TextArgument.OfName(name, names.IsEmpty ? "–" : string.Join(", ", names));
}
