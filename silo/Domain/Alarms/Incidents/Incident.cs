namespace DcOps.Domain.Alarms.Incidents;

/// <summary>Alarms of one cause. Nothing is hidden by it: every alarm is in exactly one.</summary>
/// <param name="Id">Of its earliest alarm: it stays while later ones join.</param>
/// <param name="Root">The alarm that explains the others; null where what failed says nothing itself.</param>
/// <param name="Node">What failed, by its id in the dependency graph, or a room or facility; empty for an alarm on its own without a node.</param>
/// <param name="Alarms">By start.</param>
/// <param name="Priority">The most urgent of the alarms.</param>
/// <param name="Reason">Why they were put together, as data.</param>
/// <param name="Absorbed">Incidents that it was told under before and that are now in it; empty where there are none.</param>
[GenerateSerializer, Immutable, Alias("Incident")]
public sealed record Incident(
    [property: Id(0)] AlarmId Id,
    [property: Id(1)] AlarmId? Root,
    [property: Id(2)] string Node,
    [property: Id(3)] ImmutableArray<AlarmId> Alarms,
    [property: Id(4)] AlarmPriority Priority,
    [property: Id(5)] DateTimeOffset FirstAt,
    [property: Id(6)] DateTimeOffset LastAt,
    [property: Id(7)] IncidentImpact Impact,
    [property: Id(8)] AlarmText Reason,
    [property: Id(9)] ImmutableArray<AlarmId> Absorbed);
