using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;

namespace DcOps.Contracts.Alarms;

/// <summary>Which incidents are asked for. Conditions narrow one another; a null or empty one asks nothing.</summary>
/// <param name="Where">Location path, as <c>SZ-01</c> or <c>SZ-01/R01</c>.</param>
/// <param name="City">Code of a city.</param>
/// <param name="AtLeast">Least urgent priority.</param>
/// <param name="States">Empty: every state.</param>
/// <param name="Owner">Name of a person; the empty text asks for those that nobody has.</param>
/// <param name="Words">Text that must occur in the title, the location or the rule, in either language.</param>
/// <param name="After">The last row read so far; null begins with the worst.</param>
/// <param name="Most">Rows in the answer.</param>
public sealed record InboxQuery(
    string? Where = null,
    string? City = null,
    AlarmPriority? AtLeast = null,
    ImmutableArray<AlarmState> States = default,
    string? Owner = null,
    string? Words = null,
    InboxRow? After = null,
    int Most = 100);
