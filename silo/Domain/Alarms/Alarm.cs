namespace DcOps.Domain.Alarms;

/// <summary>One alarm as it stands. Immutable: a change is another value, and the journal keeps each.</summary>
/// <param name="Standing">A to F, as it would be if nothing held the alarm back.</param>
/// <param name="Holds">What holds it back; the condition is followed all the same.</param>
/// <param name="IsAbnormal">The condition as last known, after the delays.</param>
/// <param name="IsDataMissing">Whether the condition is not known at present; then nothing clears.</param>
/// <param name="Priority">The most urgent of this occurrence.</param>
/// <param name="StartedAt">When the condition began, by the reading that showed it; with the key it is the identity.</param>
/// <param name="RaisedAt">When the on-delay was over.</param>
/// <param name="ChangedAt">Of the newest transition.</param>
/// <param name="Occurrences">How often it was raised since it was last normal and acknowledged; 0 when it never was.</param>
/// <param name="Value">What raised it, in the canonical unit; null where the rule has no value.</param>
/// <param name="Text">Why, as data; null while it was never raised.</param>
[GenerateSerializer, Immutable, Alias("Alarm")]
public sealed record Alarm(
    [property: Id(0)] AlarmKey Key,
    [property: Id(1)] AlarmState Standing,
    [property: Id(2)] AlarmHolds Holds,
    [property: Id(3)] bool IsAbnormal,
    [property: Id(4)] bool IsDataMissing,
    [property: Id(5)] bool IsFlapping,
    [property: Id(6)] AlarmPriority Priority,
    [property: Id(7)] DateTimeOffset StartedAt,
    [property: Id(8)] DateTimeOffset RaisedAt,
    [property: Id(9)] DateTimeOffset ChangedAt,
    [property: Id(10)] int Occurrences,
    [property: Id(11)] double? Value,
    [property: Id(12)] AlarmText? Text,
    [property: Id(13)] AlarmWork Work)
{
    public AlarmState State => Holds switch
    {
        >= AlarmHolds.OutOfService => AlarmState.OutOfService,
        >= AlarmHolds.SuppressedByDesign => AlarmState.SuppressedByDesign,
        AlarmHolds.Shelved => AlarmState.Shelved,
        _ => Standing,
    };

    /// <summary>Of the present occurrence.</summary>
    public AlarmId Id => AlarmId.Of(Key, StartedAt);

    /// <summary>Whether it is on somebody's list: anything but normal.</summary>
    public bool IsStanding => State != AlarmState.Normal;

    /// <summary>Whether it asks for attention now.</summary>
    public bool IsAnnunciated => State is > AlarmState.Normal and < AlarmState.Shelved;

    public bool AwaitsAcknowledgement =>
        State is AlarmState.Unacknowledged or AlarmState.ReturnedUnacknowledged or AlarmState.LatchedUnacknowledged;

    /// <summary>The alarm before anything happened.</summary>
    public static Alarm Normal(in AlarmKey key, AlarmPriority priority, DateTimeOffset at) => new(
        key, AlarmState.Normal, AlarmHolds.None, false, false, false, priority, at, at, at, 0, null, null, AlarmWork.None);

    /// <summary>The fold: the alarm after a journal entry. Entries about the past change nothing that stands.</summary>
    public static Alarm? Fold(Alarm? before, AlarmTransition entry) => entry.IsAboutThePast ? before : entry.After;
}
