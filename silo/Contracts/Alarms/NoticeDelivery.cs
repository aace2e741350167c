using DcOps.Domain.Alarms.Notification;

namespace DcOps.Contracts.Alarms;

/// <summary>A notice and how its delivery goes.</summary>
/// <param name="Channel">Name of the channel that carries it.</param>
/// <param name="LastFault">Why the last try failed, in words; null when none did.</param>
/// <param name="NextTryAt">Null when it arrived, or is held back.</param>
[GenerateSerializer, Immutable, Alias("NoticeDelivery")]
public sealed record NoticeDelivery(
    [property: Id(0)] NoticeRecord Record,
    [property: Id(1)] string Channel,
    [property: Id(2)] string? LastFault,
    [property: Id(3)] DateTimeOffset? NextTryAt);
