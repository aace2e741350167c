using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>What changed among the incidents of a facility.</summary>
/// <param name="Gone">Over, or absorbed by another.</param>
/// <param name="Notified">All that changed, those that are over included.</param>
public sealed record IncidentChanges(
    ImmutableArray<InboxRow> Rows, ImmutableArray<AlarmId> Gone, ImmutableArray<NotifiedIncident> Notified)
{
    public bool IsEmpty => Rows.IsEmpty && Gone.IsEmpty && Notified.IsEmpty;
}
