namespace DcOps.Domain.Alarms.Inbox;

/// <summary>Worst first: what waits for somebody, then the most urgent, then the most racks, then the oldest. Never two alike.</summary>
public sealed class InboxOrder : IComparer<InboxRow>
{
    public static InboxOrder WorstFirst { get; } = new();

    public int Compare(InboxRow? x, InboxRow? y)
    {
        if (x is null || y is null)
            return x is null ? y is null ? 0 : 1 : -1;

        var order = y.AwaitsAcknowledgement.CompareTo(x.AwaitsAcknowledgement);
        if (order == 0)
            order = y.Priority.CompareTo(x.Priority);
        if (order == 0)
            order = y.Impact.Racks.CompareTo(x.Impact.Racks);
        if (order == 0)
            order = x.FirstAt.CompareTo(y.FirstAt);
        return order != 0 ? order : x.Incident.CompareTo(y.Incident);
    }
}
