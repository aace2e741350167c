namespace DcOps.Domain.Alarms.Notification;

/// <summary>One entry of the delivery log.</summary>
/// <param name="Episode">How often the incident was told to be over before this.</param>
/// <param name="PlannedAt">When it was handed to its channel.</param>
/// <param name="DeliveredAt">When the channel took it; null while it has not.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="IsHeldBack">Whether the rate limit keeps it; then it is counted in the target's next notice and not sent.</param>
[GenerateSerializer, Immutable, Alias("NoticeRecord")]
public sealed record NoticeRecord(
    [property: Id(0)] AlarmId Key,
    [property: Id(1)] NoticeKind Kind,
    [property: Id(2)] string Target,
    [property: Id(3)] string Route,
    [property: Id(4)] int Step,
    [property: Id(5)] AlarmId Incident,
    [property: Id(6)] AlarmPriority Priority,
    [property: Id(7)] DateTimeOffset PlannedAt,
    [property: Id(8)] DateTimeOffset? DeliveredAt,
    [property: Id(9)] int Attempts,
    [property: Id(10)] bool IsHeldBack,
    [property: Id(11)] int Episode);
