using DcOps.Domain.Alarms.Inbox;

namespace DcOps.Contracts.Alarms;

/// <summary>Some rows of the inbox, all of one version.</summary>
/// <param name="Rows">Worst first.</param>
/// <param name="Matching">Rows that the query matches in all.</param>
/// <param name="Total">Rows without the query's conditions: what a filter hides.</param>
public sealed record InboxPage(AlarmHeadline Headline, ImmutableArray<InboxRow> Rows, int Matching, int Total);
