namespace DcOps.Contracts.Alarms;

/// <summary>One channel of notification.</summary>
/// <param name="Kind">As in <c>email</c> or <c>alertmanager</c>.</param>
/// <param name="LastDeliveredAt">Null when it never carried anything.</param>
/// <param name="Waiting">Notices that have not arrived.</param>
/// <param name="HeldBack">Notices that the rate limit kept, since the start of the process.</param>
/// <param name="Fault">Why it does not work at present, in words; null when it does.</param>
[GenerateSerializer, Immutable, Alias("ChannelState")]
public sealed record ChannelState(
    [property: Id(0)] string Name,
    [property: Id(1)] string Kind,
    [property: Id(2)] DateTimeOffset? LastDeliveredAt,
    [property: Id(3)] int Waiting,
    [property: Id(4)] int HeldBack,
    [property: Id(5)] string? Fault);
