namespace DcOps.Domain.Alarms;

/// <summary>One alarm with its delays, as it is saved.</summary>
/// <param name="RisingFrom">Since when the condition holds without having raised; null when it does not.</param>
/// <param name="FallingFrom">Since when the condition is gone without having returned; null when it is not.</param>
/// <param name="LastAt">Of the newest live reading.</param>
/// <param name="Changes">Last raises and returns, by time: what the flap score counts.</param>
/// <param name="Past">Null while no late reading came.</param>
[GenerateSerializer, Immutable, Alias("AlarmSlotImage")]
public sealed record AlarmSlotImage(
    [property: Id(0)] Alarm Alarm,
    [property: Id(1)] DateTimeOffset? RisingFrom,
    [property: Id(2)] DateTimeOffset? FallingFrom,
    [property: Id(3)] DateTimeOffset LastAt,
    [property: Id(4)] ImmutableArray<DateTimeOffset> Changes,
    [property: Id(5)] PastConditionImage? Past);
