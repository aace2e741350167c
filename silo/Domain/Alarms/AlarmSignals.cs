namespace DcOps.Domain.Alarms;

/// <summary>What the process does to an alarm, as ISA-18.2 has it; the delays are over when it comes here. Pure.</summary>
public static class AlarmSignals
{
    /// <param name="startedAt">Of the first reading that showed the condition.</param>
    /// <param name="raisedAt">When the on-delay was over.</param>
    public static AlarmTransition Raise(
        Alarm before, AlarmPriority priority, DateTimeOffset startedAt, DateTimeOffset raisedAt, double? value, AlarmText text,
        DateTimeOffset now)
    {
        var isHeld = before.Holds != AlarmHolds.None;
        var after = before with
        {
            Standing = isHeld ? AlarmState.Normal : AlarmState.Unacknowledged,
            IsAbnormal = true,
            IsDataMissing = false,
            Priority = priority,
            StartedAt = startedAt,
            RaisedAt = raisedAt,
            ChangedAt = raisedAt,
            Occurrences = before.IsStanding ? before.Occurrences + 1 : 1,
            Value = value,
            Text = text,
            Work = isHeld ? before.Work : before.Work with { AcknowledgedBy = null, AcknowledgedUntil = null },
        };
        return new(AlarmEvent.Raised, before.State, after, raisedAt, now, AlarmTransition.Product, null);
    }

    public static AlarmTransition Return(Alarm before, bool isLatching, DateTimeOffset returnedAt, DateTimeOffset now)
    {
        var standing = before.Standing switch
        {
            AlarmState.Unacknowledged => isLatching ? AlarmState.LatchedUnacknowledged : AlarmState.ReturnedUnacknowledged,
            AlarmState.Acknowledged => isLatching ? AlarmState.LatchedAcknowledged : AlarmState.Normal,
            var other => other,
        };
        var after = before with
        {
            Standing = standing,
            IsAbnormal = false,
            IsDataMissing = false,
            ChangedAt = returnedAt,
            Work = standing == AlarmState.Normal && before.Holds == AlarmHolds.None ? AlarmWork.None : before.Work,
        };
        return new(AlarmEvent.Returned, before.State, after, returnedAt, now, AlarmTransition.Product, null);
    }

    /// <summary>An abnormal alarm that became more urgent; an acknowledged one asks again where the rule says so.</summary>
    public static AlarmTransition Worsen(
        Alarm before, AlarmPriority priority, bool realarms, DateTimeOffset at, double? value, AlarmText text, DateTimeOffset now)
    {
        var asksAgain = realarms && before.State == AlarmState.Acknowledged;
        var after = before with
        {
            Standing = asksAgain ? AlarmState.Unacknowledged : before.Standing,
            Priority = priority,
            ChangedAt = at,
            Value = value,
            Text = text,
            Work = asksAgain ? before.Work with { AcknowledgedBy = null, AcknowledgedUntil = null } : before.Work,
        };
        return new(AlarmEvent.Worsened, before.State, after, at, now, AlarmTransition.Product, null);
    }

    /// <summary>The condition is no longer known, or known again. The state stays what it is.</summary>
    public static AlarmTransition Know(Alarm before, bool isKnown, DateTimeOffset at, DateTimeOffset now) => new(
        isKnown ? AlarmEvent.DataRegained : AlarmEvent.DataLost, before.State,
        before with { IsDataMissing = !isKnown, ChangedAt = at }, at, now, AlarmTransition.Product, null);

    public static AlarmTransition Flap(Alarm before, bool isFlapping, DateTimeOffset at, DateTimeOffset now) => new(
        isFlapping ? AlarmEvent.FlappingBegan : AlarmEvent.FlappingEnded, before.State,
        before with { IsFlapping = isFlapping, ChangedAt = at }, at, now, AlarmTransition.Product, null);

    /// <summary>What late readings show of the past. The entry tells it; the alarm that stands is not touched.</summary>
    public static AlarmTransition Remember(
        Alarm standing, bool wasRaised, AlarmPriority priority, DateTimeOffset startedAt, DateTimeOffset at, double? value,
        AlarmText? text, DateTimeOffset now)
    {
        var shown = standing with { StartedAt = startedAt, RaisedAt = at, Priority = priority, Value = value, Text = text };
        return new(
            wasRaised ? AlarmEvent.RaisedInThePast : AlarmEvent.ReturnedInThePast, standing.State, shown, at, now,
            AlarmTransition.Product, null);
    }
}
