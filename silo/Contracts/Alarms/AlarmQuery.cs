using DcOps.Domain.Alarms;

namespace DcOps.Contracts.Alarms;

/// <summary>Which alarms are asked for; as <see cref="InboxQuery"/>.</summary>
/// <param name="Rule">Id of a rule.</param>
/// <param name="Skip">Rows before the first of the answer.</param>
public sealed record AlarmQuery(
    string? Where = null,
    string? City = null,
    AlarmPriority? AtLeast = null,
    ImmutableArray<AlarmState> States = default,
    string? Owner = null,
    string? Rule = null,
    string? Words = null,
    int Skip = 0,
    int Most = 100);
