namespace DcOps.Domain.Alarms;

/// <summary>What people did about an alarm that stands.</summary>
/// <param name="AcknowledgedBy">Null while nobody has.</param>
/// <param name="AcknowledgedUntil">Null: until it clears.</param>
/// <param name="Owner">Who works on it; null while nobody does.</param>
/// <param name="ShelvedUntil">Null unless it is shelved.</param>
/// <param name="HeldBecause">Why it is shelved, suppressed or out of service; null unless it is.</param>
/// <param name="LastComment">Null when there is none; all of them stand in the journal.</param>
[GenerateSerializer, Immutable, Alias("AlarmWork")]
public sealed record AlarmWork(
    [property: Id(0)] string? AcknowledgedBy = null,
    [property: Id(1)] DateTimeOffset? AcknowledgedUntil = null,
    [property: Id(2)] string? Owner = null,
    [property: Id(3)] DateTimeOffset? ShelvedUntil = null,
    [property: Id(4)] string? HeldBecause = null,
    [property: Id(5)] string? LastComment = null)
{
    public static AlarmWork None { get; } = new();
}
