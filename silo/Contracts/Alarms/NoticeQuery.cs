using DcOps.Domain.Alarms;

namespace DcOps.Contracts.Alarms;

/// <summary>Which notices are asked for. A null condition asks nothing.</summary>
/// <param name="Undelivered">Only those that have not arrived.</param>
[GenerateSerializer, Immutable, Alias("NoticeQuery")]
public sealed record NoticeQuery(
    [property: Id(0)] AlarmId? Incident = null,
    [property: Id(1)] string? Target = null,
    [property: Id(2)] DateTimeOffset? From = null,
    [property: Id(3)] DateTimeOffset? To = null,
    [property: Id(4)] bool Undelivered = false,
    [property: Id(5)] int Most = 200);
