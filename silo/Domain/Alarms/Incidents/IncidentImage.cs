namespace DcOps.Domain.Alarms.Incidents;

/// <summary>What of a facility's incidents must survive: an incident keeps its id though its first alarm is over.</summary>
/// <param name="Alarms">In the order in which they came.</param>
/// <param name="Decisions">Of people, in their order.</param>
/// <param name="SavedAt">When it was true: the journal tells what came after.</param>
[GenerateSerializer, Immutable, Alias("IncidentImage")]
public sealed record IncidentImage(
    [property: Id(0)] ImmutableArray<GroupedAlarm> Alarms,
    [property: Id(1)] ImmutableArray<GroupingDecision> Decisions,
    [property: Id(2)] DateTimeOffset SavedAt)
{
    public static IncidentImage Empty { get; } = new([], [], DateTimeOffset.MinValue);
}
