using DcOps.Domain.Alarms.Inbox;

namespace DcOps.Contracts.Alarms;

/// <summary>Some rows of the inbox, all of one version.</summary>
/// <param name="Rows">Worst first.</param>
/// <param name="Matching">Rows that the query matches in all.</param>
/// <param name="Total">Rows without the query's conditions: what a filter hides.</param>
/// <param name="Folded">Rows that match and were left out because of a storm.</param>
[GenerateSerializer, Immutable, Alias("InboxPage")]
public sealed record InboxPage([property: Id(0)] AlarmHeadline Headline, [property: Id(1)] ImmutableArray<InboxRow> Rows, [property: Id(2)] int Matching, [property: Id(3)] int Total, [property: Id(4)] int Folded = 0);
