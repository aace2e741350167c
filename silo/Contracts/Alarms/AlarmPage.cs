namespace DcOps.Contracts.Alarms;

/// <summary>Some standing alarms.</summary>
/// <param name="Rows">Worst first.</param>
public sealed record AlarmPage(AlarmHeadline Headline, ImmutableArray<AlarmRow> Rows, int Matching, int Total);
