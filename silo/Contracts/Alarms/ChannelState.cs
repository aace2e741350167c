using DcOps.Domain.Alarms.Notification;

namespace DcOps.Contracts.Alarms;

/// <summary>One channel of notification.</summary>
/// <param name="Kind">As in <c>email</c> or <c>alertmanager</c>.</param>
/// <param name="LastDeliveredAt">Null when it never carried anything.</param>
/// <param name="Waiting">Notices that are still to arrive.</param>
/// <param name="HeldBack">Notices that the rate limit or a silence keeps, of those that are remembered.</param>
/// <param name="Fault">Why it does not work at present, in words; null when it does.</param>
/// <param name="Silences">That people set at the other side and that hold now or later, the first to end first; empty where it keeps none.</param>
[GenerateSerializer, Immutable, Alias("ChannelState")]
public sealed record ChannelState(
    [property: Id(0)] string Name,
    [property: Id(1)] string Kind,
    [property: Id(2)] DateTimeOffset? LastDeliveredAt,
    [property: Id(3)] int Waiting,
    [property: Id(4)] int HeldBack,
    [property: Id(5)] string? Fault,
    [property: Id(6)] ImmutableArray<NoticeSilence> Silences);
