namespace DcOps.Domain.Alarms;

/// <summary>
/// What readings that came late say of one alarm's condition: a second, silent run of the same delays. It journals and
/// touches nothing that stands; only where it reaches up to the present does it say since when the condition holds.
/// </summary>
sealed class PastCondition
{
    DateTimeOffset? _risingFrom;
    DateTimeOffset? _fallingFrom;
    DateTimeOffset? _startedAt;
    DateTimeOffset _lastAt;

    public PastCondition()
    {
    }

    public PastCondition(PastConditionImage image) =>
        (_risingFrom, _fallingFrom, _startedAt, _lastAt) = (image.RisingFrom, image.FallingFrom, image.StartedAt, image.LastAt);

    public bool IsAbnormal => _startedAt is not null || _risingFrom is not null;

    public void Observe<TInput>(
        AlarmRuleOf<TInput> rule, in TInput input, in Finding finding, DateTimeOffset at, DateTimeOffset now, Alarm standing,
        List<AlarmTransition> journal)
    {
        if (at <= _lastAt)
            return;
        if (_lastAt == default && standing.IsAbnormal && at >= standing.StartedAt)
            _startedAt = standing.StartedAt;

        _lastAt = at;
        switch (finding.Condition)
        {
            case AlarmCondition.Abnormal:
                _fallingFrom = null;
                if (_startedAt is not null)
                    return;
                _risingFrom ??= at;
                if (at - _risingFrom.Value < rule.OnDelay)
                    return;
                (_startedAt, _risingFrom) = (_risingFrom, null);
                journal.Add(AlarmSignals.Remember(
                    standing, true, finding.Priority ?? rule.Priority, _startedAt.Value, _startedAt.Value + rule.OnDelay, finding.Value,
                    rule.Explain(input, finding), now));
                return;
            case AlarmCondition.Normal:
                _risingFrom = null;
                if (_startedAt is not { } startedAt)
                    return;
                _fallingFrom ??= at;
                if (at - _fallingFrom.Value < rule.OffDelay)
                    return;
                journal.Add(AlarmSignals.Remember(
                    standing, false, rule.Priority, startedAt, _fallingFrom.Value + rule.OffDelay, finding.Value, standing.Text, now));
                (_startedAt, _fallingFrom) = (null, null);
                return;
            default:
                (_risingFrom, _fallingFrom) = (null, null);
                return;
        }
    }

    /// <summary>Since when the condition is proven to hold; null where the late readings do not reach up to a live one.</summary>
    public DateTimeOffset? StandingSince(DateTimeOffset liveAt, TimeSpan gap) => liveAt - _lastAt <= gap ? _startedAt : null;

    public PastConditionImage Save() => new(_risingFrom, _fallingFrom, _startedAt, _lastAt);
}
