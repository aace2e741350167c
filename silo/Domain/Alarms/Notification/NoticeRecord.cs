namespace DcOps.Domain.Alarms.Notification;

/// <summary>One entry of the delivery log.</summary>
/// <param name="Episode">How often the incident was told to be over before this.</param>
/// <param name="PlannedAt">When it was handed to its channel.</param>
/// <param name="DeliveredAt">When the channel took it; null while it has not.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="IsHeldBack">Whether it is kept and not sent: by the rate limit, then it is counted in the target's next notice, or by a silence.</param>
/// <param name="Refusal">Why the channel will never take it, in words; it is not tried again. Null while that is not so.</param>
/// <param name="Silence">Whose silence keeps it, in words; null where the rate limit does or nothing.</param>
/// <param name="HeldBack">Others that its text counts as held back.</param>
/// <param name="Facility">Of the incident; empty in records that were made before it was kept.</param>
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
    [property: Id(11)] int Episode,
    [property: Id(12)] string? Refusal = null,
    [property: Id(13)] string? Silence = null,
    [property: Id(14)] int HeldBack = 0,
    [property: Id(15)] string Facility = "")
{
    /// <summary>Whether it is still to arrive.</summary>
    public bool IsOwed => this is { DeliveredAt: null, IsHeldBack: false, Refusal: null };

    /// <summary>Whether the rate limit keeps it.</summary>
    public bool IsLimited => this is { IsHeldBack: true, Silence: null };
}
