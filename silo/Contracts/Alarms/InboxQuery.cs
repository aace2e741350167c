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
/// <param name="IsFolded">Whether single alarms below <see cref="AlarmPriority.Major"/> are left out while there is a storm, and counted.</param>
[GenerateSerializer, Immutable, Alias("InboxQuery")]
public sealed record InboxQuery(
    [property: Id(0)] string? Where = null,
    [property: Id(1)] string? City = null,
    [property: Id(2)] AlarmPriority? AtLeast = null,
    [property: Id(3)] ImmutableArray<AlarmState> States = default,
    [property: Id(4)] string? Owner = null,
    [property: Id(5)] string? Words = null,
    [property: Id(6)] InboxRow? After = null,
    [property: Id(7)] int Most = 100,
    [property: Id(8)] bool IsFolded = false);
