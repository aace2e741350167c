namespace DcOps.Domain.Alarms.Incidents;

/// <summary>Alarms of one cause. Nothing is hidden by it: every alarm is in exactly one.</summary>
/// <param name="Id">Of its earliest alarm: it stays while later ones join.</param>
/// <param name="Root">The alarm that explains the others; null where what failed says nothing itself.</param>
/// <param name="Node">What failed, by its id in the dependency graph, or a room or facility; empty for an alarm on its own without a node.</param>
/// <param name="Alarms">By start.</param>
/// <param name="Priority">The most urgent of the alarms.</param>
/// <param name="Reason">Why they were put together, as data.</param>
/// <param name="Absorbed">Incidents that it was told under before and that are now in it; empty where there are none.</param>
public sealed record Incident(
    AlarmId Id,
    AlarmId? Root,
    string Node,
    ImmutableArray<AlarmId> Alarms,
    AlarmPriority Priority,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    IncidentImpact Impact,
    AlarmText Reason,
    ImmutableArray<AlarmId> Absorbed);
