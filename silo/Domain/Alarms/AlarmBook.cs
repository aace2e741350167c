using System.Diagnostics.CodeAnalysis;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms;

/// <summary>
/// The alarms of one owner (a room, a facility's plant): a fold over findings and commands. One writer, no clock.
/// What changed is in <see cref="TakeTransitions"/>; it is stored before anybody is told.
/// </summary>
public sealed class AlarmBook
{
    /// <summary>How long a person may take a command back.</summary>
    public static readonly TimeSpan UndoWithin = TimeSpan.FromSeconds(10);

    readonly AlarmPolicy _policy;
    readonly Dictionary<string, LocationAlarms> _byPath = new(StringComparer.Ordinal);
    readonly List<AlarmTransition> _journal = [];

    public AlarmBook(AlarmPolicy policy) => _policy = policy;

    /// <summary>Why an alarm that is being raised is not annunciated, as by a maintenance window; null: nothing asks.</summary>
    public Func<AlarmKey, DateTimeOffset, string?>? HoldOf { get; set; }

    /// <summary>How often a device of a location speaks, null where it is not known; null: only the alarms' own readings tell.</summary>
    public Func<Location, string, TimeSpan?>? IntervalOf { get; set; }

    /// <summary>Entries that wait for <see cref="TakeTransitions"/>, in their order.</summary>
    public IReadOnlyList<AlarmTransition> Pending => _journal;

    /// <summary>How many entries wait for <see cref="TakeTransitions"/>.</summary>
    public int Untaken => _journal.Count;

    /// <summary>Every alarm that is not normal, by location.</summary>
    public IEnumerable<Alarm> Standing =>
        _byPath.Values.SelectMany(here => here.Slots).Select(slot => slot.Alarm).Where(alarm => alarm.IsStanding);

    /// <summary>The most urgent alarm that asks for attention, by the path of its location; without those where none does.</summary>
    public Dictionary<string, AlarmPriority> WorstByPath()
    {
        var worst = new Dictionary<string, AlarmPriority>(StringComparer.Ordinal);
        foreach (var (path, here) in _byPath)
        {
            foreach (var alarm in here.Slots.Select(slot => slot.Alarm).Where(alarm => alarm.IsAnnunciated))
            {
                if (!(worst.TryGetValue(path, out var priority) && priority >= alarm.Priority))
                    worst[path] = alarm.Priority;
            }
        }

        return worst;
    }

    /// <param name="tail">What the journal holds beyond the image, in its order: a replay finds these alarms raised already.</param>
    public static AlarmBook Restore(AlarmPolicy policy, AlarmImage image, IEnumerable<AlarmTransition> tail)
    {
        var book = new AlarmBook(policy);
        foreach (var slot in image.Slots)
            book.Add(slot.Alarm.Key.Location, new(policy, slot));
        book.CatchUp(tail, isFresh: true);
        return book;
    }

    /// <summary>Takes entries that another run of the same fold wrote.</summary>
    /// <param name="tail">In its order.</param>
    /// <param name="isFresh">Whether nothing was observed since the image; else an alarm that has gone further already stays as it is.</param>
    public void CatchUp(IEnumerable<AlarmTransition> tail, bool isFresh)
    {
        foreach (var entry in tail)
        {
            var slot = SlotOf(entry.After.Key, entry.After.Priority, entry.At);
            if (isFresh || entry.At >= slot.Alarm.ChangedAt || !slot.Alarm.IsStanding)
                slot.Replay(entry);
        }
    }

    /// <summary>
    /// Takes what a rule says of an input. Costs a look-up when nothing stands at the location, and allocates nothing unless
    /// something changes.
    /// </summary>
    /// <param name="at">When it was observed; older than the policy's lateness, it is history.</param>
    /// <param name="now">When it was received.</param>
    public void Observe<TInput>(
        AlarmRuleOf<TInput> rule, Location location, in PointId point, in TInput input, DateTimeOffset at, DateTimeOffset now) =>
        Observe(Here(location), rule, location, point, input, at, now);

    /// <summary>The rules of points over readings of one location.</summary>
    public void Observe(
        PointRules rules, Location location, ReadOnlySpan<Reading> readings, DateTimeOffset now)
    {
        var here = Here(location);
        foreach (ref readonly var reading in readings)
        {
            foreach (var rule in rules.Of(reading.Point))
            {
                if (!rule.Where.IsEverywhere && !rule.Where.Covers(location))
                    continue;
                var view = new PointView(location, reading, rule.NeedsEquipment ? rules.Equipment.Of(location, reading.Point) : null);
                if (rule.Concerns(view))
                    here = Observe(here, rule, location, reading.Point, view, reading.ObservedAt, now);
            }
        }
    }

    /// <param name="priority">Of the rule, where the alarm does not stand yet.</param>
    public AlarmDecision Command(in AlarmKey key, AlarmPriority priority, AlarmCommand command, string author, DateTimeOffset now) =>
        SlotOf(key, priority, now).Command(command, author, now, _journal);

    /// <summary>Takes the author's last command on the alarm back.</summary>
    public AlarmDecision Undo(in AlarmKey key, string author, DateTimeOffset now) =>
        TryGet(key, out var slot)
            ? slot.Undo(author, now, UndoWithin, _journal)
            : new AlarmDecision.Refused(AlarmText.Of("refusal.undo", TextArgument.Of("within", UndoWithin)));

    /// <summary>What the clock alone does; forgets what is at peace. Call it once a second to once a minute.</summary>
    public void Sweep(DateTimeOffset now)
    {
        foreach (var (path, here) in _byPath)
        {
            foreach (var slot in here.Slots)
                slot.Sweep(now, IntervalOf, _journal);
            here.Slots.RemoveAll(slot => slot.IsIdle(now));
            if (here.Slots.Count == 0)
                _byPath.Remove(path);
        }
    }

    /// <summary>Null when it is normal and nothing is pending.</summary>
    public Alarm? Of(in AlarmKey key) => TryGet(key, out var slot) ? slot.Alarm : null;

    /// <summary>Why an alarm counts as flapping or not; null when it never changed lately.</summary>
    public AlarmText? ExplainFlapping(in AlarmKey key, DateTimeOffset now) =>
        TryGet(key, out var slot) ? slot.Flaps?.Explain(_policy.Flapping, now) : null;

    /// <summary>What happened since the last call, in its order; empties it.</summary>
    public ImmutableArray<AlarmTransition> TakeTransitions()
    {
        if (_journal.Count == 0)
            return [];

        ImmutableArray<AlarmTransition> taken = [.. _journal];
        _journal.Clear();
        return taken;
    }

    public AlarmImage Save() => new([.. _byPath.Values.SelectMany(here => here.Slots).Select(slot => slot.Save())]);

    LocationAlarms? Here(Location location) => _byPath.GetValueOrDefault(location.Path);

    LocationAlarms? Observe<TInput>(
        LocationAlarms? here, AlarmRuleOf<TInput> rule, Location location, in PointId point, in TInput input, DateTimeOffset at,
        DateTimeOffset now)
    {
        var slot = here?.Find(point, rule.Id);
        var finding = rule.Judge(input, slot?.Alarm.IsAbnormal ?? false);
        if (slot is null)
        {
            if (finding.Condition != AlarmCondition.Abnormal)
                return here;
            slot = new(_policy, Alarm.Normal(new(location, point, rule.Id), rule.Priority, at));
            here = Add(location, slot);
        }

        slot.Observe(rule, input, finding, at, now, HoldOf, _journal);
        return here;
    }

    LocationAlarms Add(Location location, AlarmSlot slot)
    {
        if (!_byPath.TryGetValue(location.Path, out var here))
            _byPath.Add(location.Path, here = new());
        here.Slots.Add(slot);
        return here;
    }

    AlarmSlot SlotOf(in AlarmKey key, AlarmPriority priority, DateTimeOffset at)
    {
        if (TryGet(key, out var slot))
            return slot;

        slot = new(_policy, Alarm.Normal(key, priority, at));
        Add(key.Location, slot);
        return slot;
    }

    bool TryGet(in AlarmKey key, [NotNullWhen(true)] out AlarmSlot? slot)
    {
        slot = Here(key.Location)?.Find(key.Point, key.Rule);
        return slot is not null;
    }
}
