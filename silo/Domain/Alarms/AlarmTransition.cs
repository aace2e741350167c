namespace DcOps.Domain.Alarms;

/// <summary>One entry of the journal: what happened, by whom, why, and the alarm as it stood afterwards.</summary>
/// <param name="At">When it happened: by the readings' time, or by ours where a person acted.</param>
/// <param name="RecordedAt">When we wrote it down.</param>
/// <param name="Author">Name of the person; <see cref="Product"/> where nobody acted.</param>
/// <param name="Reason">In the person's words; null where none is asked for.</param>
[GenerateSerializer, Immutable, Alias("AlarmTransition")]
public sealed record AlarmTransition(
    [property: Id(0)] AlarmEvent Event,
    [property: Id(1)] AlarmState From,
    [property: Id(2)] Alarm After,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] DateTimeOffset RecordedAt,
    [property: Id(5)] string Author,
    [property: Id(6)] string? Reason)
{
    /// <summary>Author of what follows from readings and clocks.</summary>
    public const string Product = "dcops";

    public AlarmState To => After.State;

    public bool IsAboutThePast => Event is AlarmEvent.RaisedInThePast or AlarmEvent.ReturnedInThePast;

    /// <summary>Whether it begins to ask for attention: what the alarm rate counts.</summary>
    public bool Annunciates =>
        To == AlarmState.Unacknowledged && From != AlarmState.Unacknowledged && !IsAboutThePast && Event != AlarmEvent.Undone;

    /// <summary>The same for the same entry, however often it is written: what a store keeps unique.</summary>
    public AlarmId Id => After.Id.Derive(string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Event}|{At.ToUnixTimeMilliseconds()}|{Author}"));
}
