using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>A batch that has no number yet: the outbox gives it.</summary>
public sealed record OpenBatch(
    Location Location, DateTimeOffset CollectedAt, ImmutableArray<Reading> Readings, ImmutableArray<RegisterTraits> Registers)
{
    public ReadingLane Lane { get; init; } = ReadingLane.Ordered;

    public ReadingBatch Number(string collector, long sequence) =>
        new(collector, sequence, Location, CollectedAt, Readings, Registers, Lane);
}
