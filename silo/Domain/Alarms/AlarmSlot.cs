using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms;

/// <summary>
/// One alarm and its delays. Exists only while something is pending, standing, flapping or held; a point at peace costs nothing.
/// Time is the readings' own.
/// </summary>
sealed class AlarmSlot
{
    readonly AlarmPolicy _policy;
    DateTimeOffset? _risingFrom;
    DateTimeOffset? _fallingFrom;
    DateTimeOffset _lastAt;
    ReadingGaps _gaps;
    FlapScore? _flaps;
    PastCondition? _past;
    DateTimeOffset _keptUntil;
    (AlarmTransition Command, Alarm Before)? _undoable;

    public AlarmSlot(AlarmPolicy policy, Alarm alarm)
    {
        _policy = policy;
        Alarm = alarm;
    }

    public AlarmSlot(AlarmPolicy policy, AlarmSlotImage image)
        : this(policy, image.Alarm)
    {
        (_risingFrom, _fallingFrom, _lastAt) = (image.RisingFrom, image.FallingFrom, image.LastAt);
        _past = image.Past is { } past ? new(past) : null;
        if (!image.Changes.IsEmpty)
        {
            _flaps = new(image.Changes);
            _flaps.Restore(image.Alarm.IsFlapping);
        }
    }

    public Alarm Alarm { get; private set; }

    public FlapScore? Flaps => _flaps;

    /// <summary>Whether nothing would be lost by forgetting it.</summary>
    public bool IsIdle(DateTimeOffset now) =>
        now >= _keptUntil && !Alarm.IsStanding && !Alarm.IsAbnormal && _risingFrom is null && !Alarm.IsFlapping && _past is not { IsAbnormal: true }
        && (_flaps is null || _flaps.Of(_policy.Flapping, now).Changes == 0);

    public void Observe<TInput>(
        AlarmRuleOf<TInput> rule, in TInput input, in Finding finding, DateTimeOffset at, DateTimeOffset now,
        Func<AlarmKey, DateTimeOffset, string?>? holdOf, List<AlarmTransition> journal)
    {
        if (now - at > _policy.LateAfter)
        {
            (_past ??= new()).Observe(rule, input, finding, at, now, Alarm, journal);
            return;
        }

        if (at <= _lastAt)
            return;

        if (_lastAt != default)
            _gaps = _gaps.Then(at - _lastAt);
        _lastAt = at;
        switch (finding.Condition)
        {
            case AlarmCondition.Abnormal:
                _fallingFrom = null;
                Rise(rule, input, finding, at, now, holdOf, journal);
                break;
            case AlarmCondition.Normal:
                _risingFrom = null;
                Fall(rule.Attributes, at, now, journal);
                break;
            default:
                // A delay counts only what was seen: a stretch nobody measured proves neither the one nor the other.
                (_risingFrom, _fallingFrom) = (null, null);
                LoseData(at, now, journal);
                break;
        }
    }

    public AlarmDecision Command(AlarmCommand command, string author, DateTimeOffset now, List<AlarmTransition> journal)
    {
        var decision = AlarmCommands.Decide(Alarm, command, author, now);
        if (decision is AlarmDecision.Taken taken)
        {
            var before = Alarm;
            Apply(taken.Transition, journal);
            _undoable = (taken.Transition, before);
        }

        return decision;
    }

    public AlarmDecision Undo(string author, DateTimeOffset now, TimeSpan within, List<AlarmTransition> journal)
    {
        if (_undoable is not { } last || last.Command.Author != author || now - last.Command.RecordedAt > within
            || !ReferenceEquals(last.Command.After, Alarm))
            return new AlarmDecision.Refused(AlarmText.Of("refusal.undo", TextArgument.Of("within", within)));

        var undone = new AlarmTransition(
            AlarmEvent.Undone, Alarm.State, last.Before with { ChangedAt = now }, now, now, author, null);
        Apply(undone, journal);
        _undoable = null;
        return new AlarmDecision.Taken(undone);
    }

    /// <summary>What the clock alone does: expiries, data that stayed away, flapping that calmed down.</summary>
    /// <param name="intervalOf">How often a device speaks; null where nothing learns it.</param>
    public void Sweep(DateTimeOffset now, Func<Location, string, TimeSpan?>? intervalOf, List<AlarmTransition> journal)
    {
        while (AlarmCommands.Expire(Alarm, now) is { } expired)
            Apply(expired, journal);
        if (_lastAt != default && now - _lastAt > _policy.PromisedAge && PromisedAge(intervalOf) is var promised && now - _lastAt > promised)
        {
            (_risingFrom, _fallingFrom) = (null, null);
            LoseData(_lastAt + promised, now, journal);
        }

        Flap(now, now, journal);
        if (_undoable is { } last && now - last.Command.RecordedAt > AlarmBook.UndoWithin)
            _undoable = null;
    }

    /// <summary>Takes an entry that another run of the same fold wrote: what a journal holds beyond a checkpoint.</summary>
    public void Replay(AlarmTransition entry)
    {
        if (Alarm.Fold(Alarm, entry) is not { } after)
            return;

        Alarm = after;
        // As long as its readings may be delivered again and count as live, it must be remembered that they were taken.
        _keptUntil = entry.RecordedAt + _policy.LateAfter;
        if (entry.At > _lastAt)
            _lastAt = entry.At;
        if (entry.Event is AlarmEvent.Raised or AlarmEvent.Returned)
            (_risingFrom, _fallingFrom) = (null, null);
    }

    public AlarmSlotImage Save() => new(Alarm, _risingFrom, _fallingFrom, _lastAt, _flaps?.Save() ?? [], _past?.Save());

    void Rise<TInput>(
        AlarmRuleOf<TInput> rule, in TInput input, in Finding finding, DateTimeOffset at, DateTimeOffset now,
        Func<AlarmKey, DateTimeOffset, string?>? holdOf, List<AlarmTransition> journal)
    {
        var priority = finding.Priority ?? rule.Priority;
        if (Alarm.IsAbnormal)
        {
            RegainData(at, now, journal);
            if (priority > Alarm.Priority)
            {
                Apply(
                    AlarmSignals.Worsen(Alarm, priority, rule.Realarms, at, finding.Value, rule.Explain(input, finding), now), journal);
            }

            return;
        }

        // Where late readings already prove that it holds, it has held since then.
        var proven = _risingFrom is null ? _past?.StandingSince(at, _policy.LateAfter) : null;
        _risingFrom ??= proven ?? at;
        if (at - _risingFrom.Value < rule.OnDelay)
            return;

        var startedAt = _risingFrom.Value;
        var raisedAt = proven is null ? startedAt + rule.OnDelay : at;
        _risingFrom = null;
        if (!Alarm.Holds.HasFlag(AlarmHolds.SuppressedByDesign) && holdOf?.Invoke(Alarm.Key, raisedAt) is { } because
            && AlarmCommands.Decide(Alarm, new AlarmCommand.Suppress(because), AlarmTransition.Product, now) is AlarmDecision.Taken held)
            Apply(held.Transition with { At = raisedAt, After = held.Transition.After with { ChangedAt = raisedAt } }, journal);
        Apply(AlarmSignals.Raise(Alarm, priority, startedAt, raisedAt, finding.Value, rule.Explain(input, finding), now), journal);
        Turn(at, now, journal);
    }

    void Fall(AlarmAttributes attributes, DateTimeOffset at, DateTimeOffset now, List<AlarmTransition> journal)
    {
        RegainData(at, now, journal);
        if (!Alarm.IsAbnormal)
            return;

        _fallingFrom ??= at;
        if (at - _fallingFrom.Value < attributes.OffDelay)
            return;

        var returnedAt = _fallingFrom.Value + attributes.OffDelay;
        _fallingFrom = null;
        Apply(AlarmSignals.Return(Alarm, attributes.IsLatching, returnedAt, now), journal);
        Turn(at, now, journal);
    }

    /// <summary>By its own readings and by its device, whichever is slower: a point is seldom heard more often than its device.</summary>
    TimeSpan PromisedAge(Func<Location, string, TimeSpan?>? intervalOf)
    {
        var device = ReadingGaps.Missed * (intervalOf?.Invoke(Alarm.Key.Location, Alarm.Key.Point.Device) ?? TimeSpan.Zero);
        return _gaps.PromisedAge(device > _policy.PromisedAge ? device : _policy.PromisedAge);
    }

    void LoseData(DateTimeOffset at, DateTimeOffset now, List<AlarmTransition> journal)
    {
        if (!Alarm.IsDataMissing && (Alarm.IsAbnormal || Alarm.Standing >= AlarmState.LatchedUnacknowledged))
            Apply(AlarmSignals.Know(Alarm, isKnown: false, at, now), journal);
    }

    void RegainData(DateTimeOffset at, DateTimeOffset now, List<AlarmTransition> journal)
    {
        if (Alarm.IsDataMissing)
            Apply(AlarmSignals.Know(Alarm, isKnown: true, at, now), journal);
    }

    void Turn(DateTimeOffset at, DateTimeOffset now, List<AlarmTransition> journal)
    {
        (_flaps ??= new()).Note(at);
        Flap(at, now, journal);
    }

    void Flap(DateTimeOffset at, DateTimeOffset now, List<AlarmTransition> journal)
    {
        if (_flaps?.TryTurn(_policy.Flapping, at) == true)
            Apply(AlarmSignals.Flap(Alarm, _flaps.IsFlapping, at, now), journal);
    }

    void Apply(AlarmTransition entry, List<AlarmTransition> journal)
    {
        Alarm = Alarm.Fold(Alarm, entry)!;
        journal.Add(entry);
    }
}
