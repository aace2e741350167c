namespace DcOps.Domain.Alarms;

/// <summary>
/// The commands of ISA-18.2 as decisions: what follows, or why not. Pure; who may do what is decided before.
/// </summary>
public static class AlarmCommands
{
    /// <summary>The longest that an alarm may be put aside in one go, unless a planned work says longer.</summary>
    public static readonly TimeSpan LongestShelving = TimeSpan.FromHours(24);

    const int LongestText = 2_000;

    public static AlarmDecision Decide(Alarm alarm, AlarmCommand command, string author, DateTimeOffset now) => command switch
    {
        AlarmCommand.Acknowledge some => Acknowledge(alarm, some, author, now),
        AlarmCommand.Reset some => alarm.State != AlarmState.LatchedAcknowledged ? Refuse(alarm, "reset")
            : alarm.IsDataMissing ? Refuse(alarm, "reset-while-missing")
            : Take(alarm, AlarmEvent.Reset, alarm with { Standing = AlarmState.Normal, Work = AlarmWork.None }, author, now, some.Comment),
        AlarmCommand.Shelve some => Shelve(alarm, some, author, now),
        AlarmCommand.Unshelve => Release(alarm, AlarmHolds.Shelved, AlarmEvent.Unshelved, author, now, null),
        AlarmCommand.Suppress some => Hold(alarm, AlarmHolds.SuppressedByDesign, AlarmEvent.Suppressed, author, now, some.Reason),
        AlarmCommand.EndSuppression some =>
            Release(alarm, AlarmHolds.SuppressedByDesign, AlarmEvent.SuppressionEnded, author, now, some.Reason),
        AlarmCommand.RemoveFromService some => string.IsNullOrWhiteSpace(some.WorkOrder) ? Refuse(alarm, "work-order")
            : Hold(alarm, AlarmHolds.OutOfService, AlarmEvent.RemovedFromService, author, now, some.WorkOrder),
        AlarmCommand.ReturnToService some =>
            Release(alarm, AlarmHolds.OutOfService, AlarmEvent.ReturnedToService, author, now, some.Comment),
        AlarmCommand.Assign some => Assign(alarm, some, author, now),
        AlarmCommand.Remark some => string.IsNullOrWhiteSpace(some.Text) || some.Text.Length > LongestText
            ? Refuse(alarm, "comment")
            : Take(alarm, AlarmEvent.Commented, alarm with { Work = alarm.Work with { LastComment = some.Text } }, author, now, some.Text),
        _ => throw new ArgumentException($"{command} is not a command known here.", nameof(command)),
    };

    /// <summary>What the clock does: an acknowledgement or a shelving whose time is over. Null when there is neither.</summary>
    public static AlarmTransition? Expire(Alarm alarm, DateTimeOffset now)
    {
        if (alarm.Holds.HasFlag(AlarmHolds.Shelved) && alarm.Work.ShelvedUntil is { } shelved && shelved <= now)
        {
            return Entry(
                alarm, AlarmEvent.ShelvingExpired, Released(alarm, AlarmHolds.Shelved), AlarmTransition.Product, shelved, now, null);
        }

        if (alarm.State != AlarmState.Acknowledged || alarm.Work.AcknowledgedUntil is not { } until || until > now)
            return null;

        var after = alarm with
        {
            Standing = AlarmState.Unacknowledged,
            Work = alarm.Work with { AcknowledgedBy = null, AcknowledgedUntil = null },
        };
        return Entry(alarm, AlarmEvent.AcknowledgementExpired, after, AlarmTransition.Product, until, now, null);
    }

    static AlarmDecision Acknowledge(Alarm alarm, AlarmCommand.Acknowledge command, string author, DateTimeOffset now)
    {
        if (!alarm.AwaitsAcknowledgement)
            return Refuse(alarm, "acknowledge");
        if (command.Until <= now)
            return Refuse(alarm, "until");

        AlarmState after;
        switch (alarm.State)
        {
            case AlarmState.Unacknowledged:
                after = AlarmState.Acknowledged;
                break;
            case AlarmState.LatchedUnacknowledged:
                after = AlarmState.LatchedAcknowledged;
                break;
            default:
                // A return that is seen is done with: whatever was written about it stands in the journal.
                return Take(
                    alarm, AlarmEvent.Acknowledged, alarm with { Standing = AlarmState.Normal, Work = AlarmWork.None }, author, now,
                    command.Comment);
        }

        var work = alarm.Work with
        {
            AcknowledgedBy = author,
            AcknowledgedUntil = command.Until,
            Owner = alarm.Work.Owner ?? author,
            LastComment = command.Comment ?? alarm.Work.LastComment,
        };
        return Take(alarm, AlarmEvent.Acknowledged, alarm with { Standing = after, Work = work }, author, now, command.Comment);
    }

    static AlarmDecision Shelve(Alarm alarm, AlarmCommand.Shelve command, string author, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > LongestText)
            return Refuse(alarm, "reason");
        if (command.Until <= now || command.Until - now > LongestShelving)
            return Refuse(alarm, "shelve-until");
        if (alarm is { Priority: AlarmPriority.Critical } && (command.ApprovedBy is null || command.ApprovedBy == author))
            return Refuse(alarm, "shelve-critical");

        var held = Held(alarm, AlarmHolds.Shelved, command.Reason);
        return alarm.State >= AlarmState.Shelved
            ? Refuse(alarm, "shelve")
            : Take(
                alarm, AlarmEvent.Shelved, held with { Work = held.Work with { ShelvedUntil = command.Until } }, author, now,
                command.ApprovedBy is { } second ? $"{command.Reason} ({second})" : command.Reason);
    }

    static AlarmDecision Assign(Alarm alarm, AlarmCommand.Assign command, string author, DateTimeOffset now) =>
        !alarm.IsStanding || command.Owner == alarm.Work.Owner || command.Owner is { } name && string.IsNullOrWhiteSpace(name)
            ? Refuse(alarm, "assign")
            : Take(
                alarm, AlarmEvent.Assigned, alarm with { Work = alarm.Work with { Owner = command.Owner } }, author, now, command.Owner);

    static AlarmDecision Hold(
        Alarm alarm, AlarmHolds hold, AlarmEvent happened, string author, DateTimeOffset now, string reason) =>
        alarm.Holds.HasFlag(hold)
            ? Refuse(alarm, "held")
            : Take(alarm, happened, Held(alarm, hold, reason), author, now, reason);

    static AlarmDecision Release(
        Alarm alarm, AlarmHolds hold, AlarmEvent happened, string author, DateTimeOffset now, string? reason) =>
        alarm.Holds.HasFlag(hold)
            ? Take(alarm, happened, Released(alarm, hold), author, now, reason)
            : Refuse(alarm, "release");

    static Alarm Held(Alarm alarm, AlarmHolds hold, string reason) => alarm with
    {
        Standing = AlarmState.Normal,
        Holds = alarm.Holds | hold,
        Work = alarm.Work with { AcknowledgedBy = null, AcknowledgedUntil = null, HeldBecause = reason },
    };

    /// <summary>What was before never comes back: the condition alone decides between normal and unacknowledged.</summary>
    static Alarm Released(Alarm alarm, AlarmHolds hold)
    {
        var left = alarm.Holds & ~hold;
        var work = left != AlarmHolds.None ? alarm.Work
            : alarm.IsAbnormal ? alarm.Work with { HeldBecause = null, ShelvedUntil = null }
            : AlarmWork.None;
        return alarm with
        {
            Standing = left == AlarmHolds.None && alarm.IsAbnormal ? AlarmState.Unacknowledged : AlarmState.Normal,
            Holds = left,
            Work = hold == AlarmHolds.Shelved ? work with { ShelvedUntil = null } : work,
        };
    }

    static AlarmDecision.Refused Refuse(Alarm alarm, string what) =>
        new(AlarmText.Of($"refusal.{what}", TextArgument.OfTerm("state", $"state.{alarm.State}")));

    static AlarmDecision.Taken Take(
        Alarm before, AlarmEvent happened, Alarm after, string author, DateTimeOffset now, string? reason) =>
        new(Entry(before, happened, after, author, now, now, reason));

    static AlarmTransition Entry(
        Alarm before, AlarmEvent happened, Alarm after, string author, DateTimeOffset at, DateTimeOffset now, string? reason) =>
        new(happened, before.State, after with { ChangedAt = at }, at, now, author, reason);
}
