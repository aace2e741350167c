namespace DcOps.Domain.Alarms;

/// <summary>What late readings said so far, as it is saved.</summary>
/// <param name="StartedAt">Null while the past was normal.</param>
[GenerateSerializer, Immutable, Alias("PastConditionImage")]
public sealed record PastConditionImage(
    [property: Id(0)] DateTimeOffset? RisingFrom,
    [property: Id(1)] DateTimeOffset? FallingFrom,
    [property: Id(2)] DateTimeOffset? StartedAt,
    [property: Id(3)] DateTimeOffset LastAt);
