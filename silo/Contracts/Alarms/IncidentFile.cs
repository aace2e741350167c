using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Contracts.Alarms;

/// <summary>All that is known of one incident.</summary>
/// <param name="Row">Null when it is over and no longer in the inbox.</param>
/// <param name="Alarms">Cause first, then by start; at most 500. <see cref="Incident.Alarms"/> names all.</param>
/// <param name="Journal">What happened to its alarms, newest first; at most 500.</param>
/// <param name="Racks">Paths of the racks it takes down or endangers; at most 500.</param>
/// <param name="Decisions">What people said about its grouping.</param>
/// <param name="Similar">Earlier incidents of the same cause, newest first; at most ten.</param>
public sealed record IncidentFile(
    Incident Incident,
    InboxRow? Row,
    ImmutableArray<AlarmRow> Alarms,
    ImmutableArray<AlarmTransition> Journal,
    ImmutableArray<NoticeRecord> Notices,
    ImmutableArray<string> Racks,
    ImmutableArray<GroupingDecision> Decisions,
    ImmutableArray<PastIncident> Similar);
