namespace DcOps.Domain.Alarms.Journal;

/// <summary>Which entries are asked for. A null or empty condition asks nothing.</summary>
/// <param name="Where">Location path, as <c>SZ-01/R01</c>: everything inside.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Alarms">Alarms by the id of an occurrence.</param>
/// <param name="ByPeople">Only what a person did.</param>
public sealed record JournalQuery(
    string? Where = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    ImmutableArray<AlarmId> Alarms = default,
    string? Rule = null,
    string? Author = null,
    bool ByPeople = false,
    int Most = 200);
