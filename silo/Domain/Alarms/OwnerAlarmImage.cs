using DcOps.Domain.Alarms.Watching;

namespace DcOps.Domain.Alarms;

/// <summary>The alarms of one owner, as they are saved with the rest of its state.</summary>
/// <param name="SavedAt">When it was true: the journal tells what came after.</param>
/// <param name="Unwritten">Entries that the journal has not taken yet, in their order.</param>
/// <param name="Triggers">When each flexible maintenance window began here, by its id.</param>
/// <param name="Peaks">What pairs of feeds carried together; default in what was written before there were any.</param>
[GenerateSerializer, Immutable, Alias("OwnerAlarmImage")]
public sealed record OwnerAlarmImage(
    [property: Id(0)] AlarmImage Book,
    [property: Id(1)] DateTimeOffset SavedAt,
    [property: Id(2)] ImmutableArray<AlarmTransition> Unwritten,
    [property: Id(3)] ImmutableDictionary<string, DateTimeOffset> Triggers,
    [property: Id(4)] ImmutableArray<FailoverPeak> Peaks = default);
