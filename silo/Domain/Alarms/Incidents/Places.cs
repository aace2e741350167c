using DcOps.Domain.PowerChain;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>
/// What an alarm may be explained by: the nodes upstream of its own, and around them its room and its facility, which say
/// nothing themselves. Places go by number: the graph's nodes first.
/// </summary>
sealed class Places(DependencyGraph graph, ImpactSource impact)
{
    readonly Dictionary<(int Place, Dependency Symptom), ImmutableArray<Reach>> _upstream = [];
    readonly Dictionary<Reach, ImmutableArray<string>> _racks = [];
    readonly Dictionary<string, int> _around = new(StringComparer.Ordinal);
    readonly List<string> _paths = [];

    /// <summary>The node of an alarm; null when the graph does not know it.</summary>
    public int? NodeOf(GroupedAlarm alarm) => graph.Find(alarm.Key.Location, alarm.Key.Point);

    public ImmutableArray<Reach> Upstream(int? node, GroupedAlarm alarm)
    {
        if (node is not { } place)
            return Around(alarm);
        if (_upstream.TryGetValue((place, alarm.SymptomOf), out var known))
            return known;

        var found = graph.Upstream(place, alarm.SymptomOf).AddRange(Around(alarm));
        // The room differs between racks, never between alarms of one node.
        _upstream.Add((place, alarm.SymptomOf), found);
        return found;
    }

    /// <summary>Paths of the racks that would suffer.</summary>
    public ImmutableArray<string> RacksBehind(Reach reach)
    {
        if (reach.Place >= graph.Nodes.Length)
            return [];
        if (_racks.TryGetValue(reach, out var known))
            return known;

        ImmutableArray<string> racks =
        [
            .. graph.Downstream(reach.Place, reach.Kind)
                .Select(place => graph.Nodes[place].Address?.Location)
                .Where(location => location is { IsPlant: false })
                .Select(location => location!.Value.Path)
                .Distinct(StringComparer.Ordinal),
        ];
        _racks.Add(reach, racks);
        return racks;
    }

    public int RackCountBehind(Reach reach) =>
        reach.Place < graph.Nodes.Length ? RacksBehind(reach).Length : impact.RacksOf(_paths[reach.Place - graph.Nodes.Length]);

    public string NameOf(int place) => place < graph.Nodes.Length ? graph.Nodes[place].Id : _paths[place - graph.Nodes.Length];

    public bool IsNode(int place) => place < graph.Nodes.Length;

    /// <summary>Class of a node; "place" for a room or a facility.</summary>
    public string ClassOf(int place) =>
        IsNode(place) ? Telemetry.KebabCase.Of(graph.Nodes[place].Class) : "place";

    ImmutableArray<Reach> Around(GroupedAlarm alarm)
    {
        if (alarm.SymptomOf == Dependency.None || alarm.Key.Location is { IsPlant: true })
            return [];

        var path = alarm.Key.Location.Path;
        var found = ImmutableArray.CreateBuilder<Reach>();
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            var place = PlaceOf(path[..slash]);
            foreach (var kind in new[] { Dependency.Power, Dependency.Cooling, Dependency.Data })
            {
                if (alarm.SymptomOf.HasFlag(kind))
                    found.Add(new(place, kind));
            }
        }

        return found.ToImmutable();
    }

    int PlaceOf(string path)
    {
        if (_around.TryGetValue(path, out var place))
            return place;

        place = graph.Nodes.Length + _paths.Count;
        _around.Add(path, place);
        _paths.Add(path);
        return place;
    }
}
