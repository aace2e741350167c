using DcOps.Domain.Alarms;

namespace DcOps.Contracts.Alarms;

/// <summary>Which alarms are asked for; as <see cref="InboxQuery"/>.</summary>
/// <param name="Rule">Id of a rule.</param>
/// <param name="Skip">Rows before the first of the answer.</param>
[GenerateSerializer, Immutable, Alias("AlarmQuery")]
public sealed record AlarmQuery(
    [property: Id(0)] string? Where = null,
    [property: Id(1)] string? City = null,
    [property: Id(2)] AlarmPriority? AtLeast = null,
    [property: Id(3)] ImmutableArray<AlarmState> States = default,
    [property: Id(4)] string? Owner = null,
    [property: Id(5)] string? Rule = null,
    [property: Id(6)] string? Words = null,
    [property: Id(7)] int Skip = 0,
    [property: Id(8)] int Most = 100);
