namespace DcOps.Domain.Alarms;

/// <summary>The alarms of one owner, as they are saved with the rest of its state.</summary>
/// <param name="SavedAt">When it was true: the journal tells what came after.</param>
/// <param name="Unwritten">Entries that the journal has not taken yet, in their order.</param>
/// <param name="Triggers">When each flexible maintenance window began here, by its id.</param>
[GenerateSerializer, Immutable, Alias("OwnerAlarmImage")]
public sealed record OwnerAlarmImage(
    [property: Id(0)] AlarmImage Book,
    [property: Id(1)] DateTimeOffset SavedAt,
    [property: Id(2)] ImmutableArray<AlarmTransition> Unwritten,
    [property: Id(3)] ImmutableDictionary<string, DateTimeOffset> Triggers);
