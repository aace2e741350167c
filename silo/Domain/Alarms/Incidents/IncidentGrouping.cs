using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>
/// Puts alarms of one cause together. The result depends on which alarms there are and on what people decided, never on the
/// order in which they came: alarms behind one place and close in time belong together once that place says that it failed,
/// or once enough of the racks behind it have alarms. One writer, no clock.
/// </summary>
public sealed class IncidentGrouping
{
    readonly GroupingPolicy _policy;
    readonly ImpactSource _impact;
    readonly Places _places;
    readonly List<GroupedAlarm> _alarms = [];
    readonly List<int?> _nodes = [];
    readonly UnitedStretches _united = new();
    readonly Dictionary<AlarmId, int> _numbers = [];
    readonly Dictionary<Reach, StretchLine> _lines = [];
    readonly Dictionary<(string Path, PointId Point), List<int>> _again = [];
    readonly Dictionary<AlarmId, int> _splits = [];
    readonly Dictionary<int, int> _splitHeads = [];
    readonly List<GroupingDecision> _decisions = [];
    readonly HashSet<int> _changed = [];
    readonly Dictionary<int, List<AlarmId>> _told = [];
    Partition _partition = new();

    public IncidentGrouping(DependencyGraph graph, GroupingPolicy policy, ImpactSource impact)
    {
        (_policy, _impact) = (policy, impact);
        _places = new(graph, impact);
    }

    /// <summary>Alarms in it.</summary>
    public int Count => _alarms.Count;

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<GroupingDecision> Decisions => _decisions;

    /// <summary>Takes one alarm; one that is there already changes nothing.</summary>
    public void Add(GroupedAlarm alarm)
    {
        if (_numbers.ContainsKey(alarm.Id))
            return;

        _numbers.Add(alarm.Id, _alarms.Count);
        _alarms.Add(alarm);
        _nodes.Add(_places.NodeOf(alarm));
        Place(_alarms.Count - 1);
        foreach (var decision in _decisions.OfType<GroupingDecision.Merge>())
        {
            if (decision.Alarms.Contains(alarm.Id))
                Merge(decision);
        }
    }

    /// <summary>What a person says; it holds for alarms that come later too.</summary>
    public void Decide(GroupingDecision decision)
    {
        _decisions.Add(decision);
        switch (decision)
        {
            case GroupingDecision.Merge merge:
                Merge(merge);
                break;
            case GroupingDecision.Split split:
                foreach (var alarm in split.Alarms)
                    _splits[alarm] = _decisions.Count;
                Regroup();
                break;
            default:
                throw new ArgumentException($"{decision} is not a decision known here.", nameof(decision));
        }
    }

    /// <summary>Lets go of alarms whose incident is closed; what stays is grouped as if they had never been.</summary>
    public void Forget(IReadOnlySet<AlarmId> closed)
    {
        if (_alarms.RemoveAll(alarm => closed.Contains(alarm.Id)) == 0)
            return;

        _numbers.Clear();
        _nodes.Clear();
        _nodes.AddRange(_alarms.Select(_places.NodeOf));
        for (var number = 0; number < _alarms.Count; number++)
            _numbers.Add(_alarms[number].Id, number);
        Regroup();
    }

    /// <summary>Every incident, the most urgent first, then by start.</summary>
    public ImmutableArray<Incident> Incidents() =>
        Sorted(Enumerable.Range(0, _alarms.Count).Where(number => _partition.Find(number) == number), absorbed: _ => []);

    /// <summary>Incidents that changed since the last call; each with what it absorbed of those told before.</summary>
    public ImmutableArray<Incident> TakeChanges()
    {
        if (_changed.Count == 0)
            return [];

        var roots = _changed.Select(_partition.Find).Distinct().ToList();
        var changes = Sorted(roots, root => _told.GetValueOrDefault(root) ?? []);
        _changed.Clear();
        foreach (var change in changes)
            _told[_partition.Find(_numbers[change.Id])] = [change.Id];
        return changes;
    }

    /// <summary>Has the incident of an alarm among the next changes, as when the alarm was acknowledged.</summary>
    public void Touch(AlarmId alarm)
    {
        if (_numbers.TryGetValue(alarm, out var number))
            _changed.Add(number);
    }

    /// <summary>Null when the alarm is not in it.</summary>
    public Incident? Of(AlarmId alarm) =>
        _numbers.TryGetValue(alarm, out var number) ? IncidentOf(_partition.Find(number), []) : null;

    void Place(int number)
    {
        var alarm = _alarms[number];
        _partition.Add();
        _changed.Add(number);
        if (_splits.TryGetValue(alarm.Id, out var split))
        {
            if (!_splitHeads.TryAdd(split, number))
                Link(_splitHeads[split], number);
            return;
        }

        LinkAgain(number, alarm);
        var node = _nodes[number];
        foreach (var reach in _places.Upstream(node, alarm))
            Touch(reach, number, alarm, isCause: node == reach.Place && alarm.CauseOf.HasFlag(reach.Kind));

        if (node is not { } place)
            return;
        foreach (var kind in new[] { Dependency.Power, Dependency.Cooling, Dependency.Data })
        {
            if (alarm.CauseOf.HasFlag(kind) && !alarm.SymptomOf.HasFlag(kind))
                Touch(new(place, kind), number, alarm, isCause: true);
        }
    }

    /// <summary>The same value that makes an alarm again soon is the same trouble, whichever rule says so.</summary>
    void LinkAgain(int number, GroupedAlarm alarm)
    {
        if (!_again.TryGetValue(alarm.Measured, out var occurrences))
            _again.Add(alarm.Measured, occurrences = new(1));
        foreach (var other in occurrences)
        {
            if ((_alarms[other].StartedAt - alarm.StartedAt).Duration() <= _policy.Reopen)
                Link(other, number);
        }

        occurrences.Add(number);
    }

    void Touch(Reach reach, int number, GroupedAlarm alarm, bool isCause)
    {
        if (!_lines.TryGetValue(reach, out var line))
            _lines.Add(reach, line = new());
        var stretch = line.Of(alarm.StartedAt, _policy.Window);
        stretch.Add(number, alarm, isCause);
        if (!stretch.IsUnited && !stretch.HasCause && !IsBlamed(reach, stretch))
            return;

        if (stretch.IsUnited)
            Link(stretch.Representative, number);
        else
            _united.Add(_partition.Find(number), reach, stretch);
        stretch.Unite(Link);
    }

    /// <summary>Whether so many of the racks behind a silent place have alarms that it must be the place.</summary>
    bool IsBlamed(Reach reach, Stretch stretch)
    {
        if (stretch.Racks < _policy.LeastRacks)
            return false;

        var behind = _places.RackCountBehind(reach);
        return behind >= _policy.LeastRacks && stretch.Racks >= _policy.LeastShare * behind;
    }

    void Merge(GroupingDecision.Merge merge)
    {
        int? first = null;
        var order = _decisions.IndexOf(merge) + 1;
        foreach (var id in merge.Alarms)
        {
            // What was split after it stays apart.
            if (!_numbers.TryGetValue(id, out var number) || (_splits.TryGetValue(id, out var split) && split > order))
                continue;
            if (first is { } head)
                Link(head, number);
            first ??= number;
        }
    }

    void Link(int one, int other)
    {
        if (!_partition.Join(one, other, out var kept, out var gone))
            return;

        _changed.Add(kept);
        _united.Join(kept, gone);
        if (!_told.Remove(gone, out var told))
            return;
        if (!_told.TryAdd(kept, told))
            _told[kept].AddRange(told);
    }

    void Regroup()
    {
        _partition = new();
        _lines.Clear();
        _again.Clear();
        _splitHeads.Clear();
        _told.Clear();
        _changed.Clear();
        _united.Clear();
        for (var number = 0; number < _alarms.Count; number++)
            Place(number);
        foreach (var decision in _decisions.OfType<GroupingDecision.Merge>())
            Merge(decision);
    }

    /// <summary>The place that explains most of an incident although it says nothing itself; the narrowest of such. Null when there is none.</summary>
    (Reach Reach, Stretch Stretch)? SilentCauseOf(int root)
    {
        (Reach Reach, Stretch Stretch)? best = null;
        foreach (var (reach, stretch) in _united.Of(root))
        {
            if (!stretch.IsGone && !stretch.HasCause && (best is not { } known || IsBetter(reach, stretch, known)))
                best = (reach, stretch);
        }

        return best;
    }

    bool IsBetter(Reach reach, Stretch stretch, (Reach Reach, Stretch Stretch) best)
    {
        if (stretch.Count != best.Stretch.Count)
            return stretch.Count > best.Stretch.Count;
        var (isNode, wasNode) = (_places.IsNode(reach.Place), _places.IsNode(best.Reach.Place));
        if (isNode != wasNode)
            return isNode;
        var (behind, before) = (_places.RackCountBehind(reach), _places.RackCountBehind(best.Reach));
        if (behind != before)
            return behind < before;
        var (name, named) = (_places.NameOf(reach.Place), _places.NameOf(best.Reach.Place));
        // A facility of one room: the room is the narrower.
        if (!isNode && name.Length != named.Length)
            return name.Length > named.Length;
        var byName = string.CompareOrdinal(name, named);
        return byName != 0 ? byName < 0 : reach.Kind < best.Reach.Kind;
    }

    ImmutableArray<Incident> Sorted(IEnumerable<int> roots, Func<int, List<AlarmId>> absorbed) =>
    [
        .. roots.Select(root => IncidentOf(root, absorbed(root)))
            .OrderByDescending(incident => incident.Priority).ThenBy(incident => incident.FirstAt).ThenBy(incident => incident.Id),
    ];

    Incident IncidentOf(int root, List<AlarmId> told)
    {
        var members = _partition.MembersOf(root).Select(number => _alarms[number])
            .OrderBy(alarm => alarm.StartedAt).ThenBy(alarm => alarm.Id).ToList();
        var cause = IncidentCause.Of(members, NodeOf, ReachedFrom);
        var silent = cause is null && members.Count > 1 ? SilentCauseOf(root) : null;
        // Where nothing explains another, each stands for its own place in the chain.
        Reach? reach = silent?.Reach ?? cause?.Reach ?? OwnReachOf(members);
        var racks = members.Where(alarm => !alarm.Key.Location.IsPlant).Select(alarm => alarm.Key.Location.Path)
            .Concat(reach is { } failed ? _places.RacksBehind(failed) : members.SelectMany(RacksBehindOwn))
            .Distinct(StringComparer.Ordinal).ToList();
        var first = cause?.Alarm ?? members[0];
        var isDecided = members.Any(alarm => _splits.ContainsKey(alarm.Id))
            || _decisions.OfType<GroupingDecision.Merge>().Any(merge => merge.Alarms.Any(id => members.Exists(alarm => alarm.Id == id)));
        return new(
            members[0].Id, silent is null ? first.Id : null, reach is { } blamed ? _places.NameOf(blamed.Place) : "",
            [.. members.Select(alarm => alarm.Id)], members.Max(alarm => alarm.Priority), members[0].StartedAt, members[^1].StartedAt,
            _impact.Of(racks), IncidentReason.Of(members, cause, silent, isDecided, racks.Count, _places),
            [.. told.Where(id => id != members[0].Id).Order()]);
    }

    /// <summary>The one node that all of them are of, with everything that fails with it; null when there are several or none.</summary>
    Reach? OwnReachOf(List<GroupedAlarm> members) =>
        NodeOf(members[0]) is { } place && members.TrueForAll(alarm => NodeOf(alarm) == place)
            ? new(place, members.Aggregate(Dependency.None, (kinds, alarm) => kinds | alarm.Endangers))
            : null;

    IEnumerable<string> RacksBehindOwn(GroupedAlarm alarm) =>
        NodeOf(alarm) is { } place ? _places.RacksBehind(new(place, alarm.Endangers)) : [];

    int? NodeOf(GroupedAlarm alarm) => _nodes[_numbers[alarm.Id]];

    int ReachedFrom(Reach reach, GroupedAlarm alarm) =>
        _lines.TryGetValue(reach, out var line) ? line.Find(alarm.StartedAt)?.Count ?? 0 : 0;
}
