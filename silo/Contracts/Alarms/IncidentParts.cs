using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Incidents;

namespace DcOps.Contracts.Alarms;

/// <summary>What a facility knows of one incident.</summary>
/// <param name="Row">Null when it is over.</param>
/// <param name="Alarms">Those that are not normal; cause first, then by start.</param>
/// <param name="Racks">Paths of the racks it takes down or endangers.</param>
[GenerateSerializer, Immutable, Alias("IncidentParts")]
public sealed record IncidentParts(
    [property: Id(0)] Incident Incident,
    [property: Id(1)] InboxRow? Row,
    [property: Id(2)] ImmutableArray<AlarmRow> Alarms,
    [property: Id(3)] ImmutableArray<string> Racks,
    [property: Id(4)] ImmutableArray<GroupingDecision> Decisions);
