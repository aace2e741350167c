using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

/// <summary>Batches that are told apart by one value.</summary>
static class TestBatches
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static OpenBatch Open(int watts, DateTimeOffset? collectedAt = null) => new(
        Location.Parse("NJ-01/R01/A07"), collectedAt ?? Noon,
        [new(PointId.Total("pdu-a", Quantity.ActivePower), watts, collectedAt ?? Noon, ReadingQuality.Good)], []);

    public static OpenBatch[] Several(int from, int count) => [.. Enumerable.Range(from, count).Select(watts => Open(watts))];

    public static int Watts(this OutboxBatch batch) => Watts(batch.Batch);

    public static int Watts(this ReadingBatch batch) => (int)batch.Readings.Single().Value!.Value;

    public static long Sequence(this OutboxBatch batch) => batch.Batch.Sequence;
}
