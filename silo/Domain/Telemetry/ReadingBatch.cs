using DcOps.Domain.Topology;

namespace DcOps.Domain.Telemetry;

/// <summary>Unit of delivery: what one collector read at one location, numbered.</summary>
/// <param name="Collector">Stable name of the collector; with <paramref name="Sequence"/> it identifies the batch for ever.</param>
/// <param name="Sequence">Grows by at least one from batch to batch of a collector, from 1, across its restarts.</param>
/// <param name="CollectedAt">The collector's clock when the batch was closed, UTC.</param>
/// <param name="Readings">In the order they were observed; points may repeat. Not empty.</param>
/// <param name="Registers">Traits of the energy registers among the readings; empty when there are none.</param>
/// <param name="Lane">Whether it came in order or past a backlog.</param>
[GenerateSerializer, Immutable, Alias("ReadingBatch")]
public sealed record ReadingBatch(
    [property: Id(0)] string Collector,
    [property: Id(1)] long Sequence,
    [property: Id(2)] Location Location,
    [property: Id(3)] DateTimeOffset CollectedAt,
    [property: Id(4)] ImmutableArray<Reading> Readings,
    [property: Id(5)] ImmutableArray<RegisterTraits> Registers,
    [property: Id(6)] ReadingLane Lane = ReadingLane.Ordered)
{
    /// <summary>Under which name a collector numbers what it sends ahead of the order: the two lanes are two streams.</summary>
    public static string AheadNameOf(string collector) => $"{collector}.ahead";
}
