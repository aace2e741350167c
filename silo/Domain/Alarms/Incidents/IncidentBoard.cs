using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.PowerChain;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>
/// A facility's standing alarms and the incidents they make: takes alarms as they change, tells which rows of the inbox changed.
/// One writer, no clock.
/// </summary>
public sealed class IncidentBoard
{
    const Dependency AnyKind = Dependency.Power | Dependency.Cooling | Dependency.Data;

    readonly AlarmRuleBook _rules;
    readonly GroupingPolicy _policy;
    readonly DependencyGraph _graph;
    readonly IncidentGrouping _grouping;
    readonly Dictionary<AlarmKey, Alarm> _standing = [];
    readonly Dictionary<AlarmId, Alarm> _byId = [];
    readonly Dictionary<string, HashSet<AlarmKey>> _byOwner = new(StringComparer.Ordinal);
    readonly Dictionary<AlarmId, InboxRow> _rows = [];
    readonly Dictionary<AlarmId, (GroupedAlarm Alarm, DateTimeOffset LastAt)> _grouped = [];
    readonly Dictionary<AlarmId, AlarmId> _absorbedBy = [];
    readonly Dictionary<AlarmId, (AlarmId Incident, bool IsCause)> _incidentOf = [];
    bool _isRegrouped;

    public IncidentBoard(AlarmRuleBook rules, DependencyGraph graph, GroupingPolicy policy, ImpactSource impact)
    {
        (_rules, _policy, _graph) = (rules, policy, graph);
        _grouping = new(graph, policy, impact);
    }

    /// <summary>Alarms that are not normal.</summary>
    public IReadOnlyCollection<Alarm> Standing => _standing.Values;

    public int Shelved { get; private set; }

    public IReadOnlyCollection<InboxRow> Rows => _rows.Values;

    public IReadOnlyList<GroupingDecision> Decisions => _grouping.Decisions;

    /// <summary>Whether the owner has told its whole.</summary>
    public bool Knows(string owner) => _byOwner.ContainsKey(owner);

    /// <summary>Takes alarms as they stand; those that are normal are let go.</summary>
    /// <param name="isWhole">Whether the owner has no others.</param>
    /// <returns>How many were raised.</returns>
    public int Take(string owner, ImmutableArray<Alarm> alarms, bool isWhole, DateTimeOffset now)
    {
        if (!_byOwner.TryGetValue(owner, out var keys))
            _byOwner.Add(owner, keys = []);
        if (isWhole)
        {
            var told = alarms.Select(alarm => alarm.Key).ToHashSet();
            foreach (var key in keys.Where(key => !told.Contains(key)).ToList())
                LetGo(key, keys, now);
        }

        var raised = 0;
        foreach (var alarm in alarms)
            raised += Take(alarm, keys, now) ? 1 : 0;
        return raised;
    }

    /// <summary>What a person says of the grouping.</summary>
    public void Decide(GroupingDecision decision)
    {
        _grouping.Decide(decision);
        _isRegrouped |= decision is GroupingDecision.Split;
    }

    /// <summary>What changed since the last call.</summary>
    public IncidentChanges TakeChanges()
    {
        var rows = ImmutableArray.CreateBuilder<InboxRow>();
        var gone = ImmutableArray.CreateBuilder<AlarmId>();
        var notified = ImmutableArray.CreateBuilder<NotifiedIncident>();
        var present = new HashSet<AlarmId>();
        foreach (var incident in _grouping.TakeChanges())
        {
            var standing = StandingOf(incident);
            present.Add(incident.Id);
            foreach (var id in incident.Alarms)
                _incidentOf[id] = (incident.Id, incident.Root == id && incident.Alarms.Length > 1);
            foreach (var absorbed in incident.Absorbed)
            {
                _absorbedBy[absorbed] = incident.Id;
                if (_rows.Remove(absorbed))
                    gone.Add(absorbed);
            }

            notified.Add(NotifiedIncident.Of(incident, standing));
            if (standing.Count > 0)
                rows.Add(_rows[incident.Id] = InboxRow.Of(incident, standing));
            else if (_rows.Remove(incident.Id))
                gone.Add(incident.Id);
        }

        // Whatever is grouped anew is all among the changes.
        foreach (var other in _isRegrouped ? _rows.Keys.Where(id => !present.Contains(id)).ToList() : [])
        {
            _rows.Remove(other);
            gone.Add(other);
        }

        _isRegrouped = false;
        return new(rows.DrainToImmutable(), gone.DrainToImmutable(), notified.DrainToImmutable());
    }

    /// <summary>Every incident that is open, as notification asks.</summary>
    public ImmutableArray<NotifiedIncident> Open() =>
    [
        .. _rows.Keys.Select(id => _grouping.Of(id)).OfType<Incident>()
            .Select(incident => WithMembers(NotifiedIncident.Of(incident, StandingOf(incident)))),
    ];

    /// <summary>
    /// The incident with every id that it may have been told under before this board was restored: an incident has the id of its
    /// earliest alarm.
    /// </summary>
    public NotifiedIncident WithMembers(NotifiedIncident incident) =>
        incident with { Absorbed = [.. (_grouping.Of(incident.Id)?.Alarms ?? []).Concat(incident.Absorbed).Where(id => id != incident.Id).Distinct()] };

    /// <summary>Every open incident that an alarm of its own explains, as far as the alarm still stands.</summary>
    public IEnumerable<CausedIncident> Caused()
    {
        foreach (var id in _rows.Keys)
        {
            if (_grouping.Of(id) is not { Root: { } root, Alarms.Length: > 1 } incident || !_byId.TryGetValue(root, out var cause))
                continue;
            yield return new(cause, [.. StandingOf(incident).Where(alarm => alarm.Id != root)]);
        }
    }

    /// <summary>Null when there is none.</summary>
    /// <param name="id">Of an incident, of one that was absorbed, or of an alarm.</param>
    public Incident? Find(AlarmId id) =>
        _grouping.Of(id) ?? (_absorbedBy.TryGetValue(id, out var head) ? _grouping.Of(head) : null);

    /// <summary>Null when nothing of it stands.</summary>
    public InboxRow? RowOf(Incident incident) => _rows.GetValueOrDefault(incident.Id);

    public IReadOnlyList<Alarm> StandingOf(Incident incident) =>
        [.. incident.Alarms.Select(id => _byId.GetValueOrDefault(id)).OfType<Alarm>()];

    /// <summary>Paths of the racks that an incident takes down or endangers: those with alarms, and those behind what failed.</summary>
    public IEnumerable<string> RacksOf(Incident incident)
    {
        var members = incident.Alarms.Select(id => _grouped.TryGetValue(id, out var known) ? known.Alarm : null).OfType<GroupedAlarm>().ToList();
        var behind = members.Count > 0 && _graph.Find(members[0].Key.Location.Facility, incident.Node) is { } place
            ? _graph.Downstream(place, members.Find(alarm => alarm.Id == incident.Root)?.Endangers ?? AnyKind)
                .Select(node => _graph.Nodes[node].Rack?.Value).OfType<string>()
            : [];
        return members.Where(alarm => !alarm.Key.Location.IsPlant).Select(alarm => alarm.Key.Location.Path).Concat(behind)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>What people said that concerns an incident, in its order.</summary>
    public IEnumerable<GroupingDecision> DecisionsOn(Incident incident) => Decisions.Where(decision => decision switch
    {
        GroupingDecision.Merge merge => merge.Alarms.Any(id => incident.Alarms.Contains(id)),
        GroupingDecision.Split split => split.Alarms.Any(id => incident.Alarms.Contains(id)),
        _ => false,
    });

    /// <summary>The incident that an alarm was last told in, and whether the alarm explains it; its own id where it is in none.</summary>
    public (AlarmId Incident, bool IsCause) IncidentOf(Alarm alarm) => _incidentOf.GetValueOrDefault(alarm.Id, (alarm.Id, false));

    /// <summary>Lets go of incidents that were over long ago; call it now and then.</summary>
    public void Forget(DateTimeOffset now)
    {
        var closed = new HashSet<AlarmId>();
        foreach (var incident in _grouping.Incidents())
        {
            if (StandingOf(incident).Count == 0 && incident.Alarms.All(id => now - _grouped[id].LastAt > _policy.Reopen))
                closed.UnionWith(incident.Alarms);
        }

        if (closed.Count == 0)
            return;
        _grouping.Forget(closed);
        _isRegrouped = true;
        foreach (var id in closed)
        {
            _grouped.Remove(id);
            _incidentOf.Remove(id);
        }
    }

    public IncidentImage Save(DateTimeOffset now) =>
        new([.. _grouped.Values.Select(each => each.Alarm)], [.. _grouping.Decisions], now);

    /// <summary>Takes up what was saved; what stands is told by the owners again.</summary>
    /// <param name="tail">Of the journal, from <see cref="IncidentImage.SavedAt"/> on: alarms told after the image was made.</param>
    public void Restore(IncidentImage image, IEnumerable<AlarmTransition> tail, DateTimeOffset now)
    {
        foreach (var alarm in image.Alarms)
            Group(alarm, now);
        foreach (var entry in tail)
        {
            if (entry.Event == AlarmEvent.Raised)
                Group(GroupedAlarm.Of(entry.After, _rules.Of(entry.After.Key.Rule)), now);
        }

        foreach (var decision in image.Decisions)
            _grouping.Decide(decision);
    }

    bool Take(Alarm alarm, HashSet<AlarmKey> keys, DateTimeOffset now)
    {
        if (!alarm.IsStanding)
        {
            LetGo(alarm.Key, keys, now);
            return false;
        }

        var isNew = !_standing.TryGetValue(alarm.Key, out var before) || before.Id != alarm.Id;
        if (before is not null)
            Remove(before);
        keys.Add(alarm.Key);
        _standing[alarm.Key] = alarm;
        _byId[alarm.Id] = alarm;
        Shelved += alarm.State == AlarmState.Shelved ? 1 : 0;
        if (before is not null && isNew)
            Leave(before, now);
        // One that was put aside before it ever came makes no incident.
        if (alarm.Text is null)
            return false;
        Group(GroupedAlarm.Of(alarm, _rules.Of(alarm.Key.Rule)), now);
        _grouping.Touch(alarm.Id);
        return isNew && alarm.IsAbnormal;
    }

    void LetGo(in AlarmKey key, HashSet<AlarmKey> keys, DateTimeOffset now)
    {
        keys.Remove(key);
        if (!_standing.Remove(key, out var known))
            return;
        Remove(known);
        Leave(known, now);
    }

    void Remove(Alarm alarm)
    {
        _byId.Remove(alarm.Id);
        Shelved -= alarm.State == AlarmState.Shelved ? 1 : 0;
    }

    void Leave(Alarm alarm, DateTimeOffset now)
    {
        if (_grouped.TryGetValue(alarm.Id, out var known))
            _grouped[alarm.Id] = (known.Alarm, now);
        _grouping.Touch(alarm.Id);
    }

    void Group(GroupedAlarm alarm, DateTimeOffset now)
    {
        _grouping.Add(alarm);
        _grouped.TryAdd(alarm.Id, (alarm, now));
    }
}
