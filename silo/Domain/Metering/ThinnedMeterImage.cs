using DcOps.Domain.History;

namespace DcOps.Domain.Metering;

/// <summary>What must survive of one meter's thinning.</summary>
/// <param name="Kept">Newest register reading that was kept; null before the first.</param>
/// <param name="Previous">Newest register reading that was decided on.</param>
/// <param name="Calm">Plain steps in a row since the last odd one.</param>
/// <param name="Pending">Readings that wait for what may still come before them, by time.</param>
/// <param name="SampledAt">Instant of the newest power sample kept; null before the first.</param>
[GenerateSerializer, Immutable, Alias("ThinnedMeterImage")]
public sealed record ThinnedMeterImage(
    [property: Id(0)] string Meter,
    [property: Id(1)] MeterReading? Kept,
    [property: Id(2)] MeterReading? Previous,
    [property: Id(3)] int Calm,
    [property: Id(4)] ImmutableArray<MeterReading> Pending,
    [property: Id(5)] DateTimeOffset? SampledAt);
