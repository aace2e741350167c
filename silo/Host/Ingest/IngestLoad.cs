using DcOps.Domain.Telemetry;

namespace DcOps.Silo.Host.Ingest;

/// <summary>What the ingest holds in memory, kept below its limits.</summary>
sealed class IngestLoad(IngestOptions options)
{
    long _batches;
    long _readings;

    public long Batches => Interlocked.Read(ref _batches);

    public bool IsEmpty => Batches == 0;

    /// <summary>False when the delivery would exceed a limit; then nothing is counted.</summary>
    public bool TryTake(ImmutableArray<ReadingBatch> delivery)
    {
        long readings = 0;
        foreach (var batch in delivery)
            readings += batch.Readings.Length;

        var batches = Interlocked.Add(ref _batches, delivery.Length);
        var queued = Interlocked.Add(ref _readings, readings);
        if (batches <= options.MostBatchesInFlight && queued <= options.MostReadingsQueued)
        {
            Show();
            return true;
        }

        Interlocked.Add(ref _batches, -delivery.Length);
        Interlocked.Add(ref _readings, -readings);
        return false;
    }

    /// <summary>The batch's readings are let go; it still waits for its receipt.</summary>
    public void HandOn(ReadingBatch batch) => Interlocked.Add(ref _readings, -batch.Readings.Length);

    public void Release(int batches)
    {
        Interlocked.Add(ref _batches, -batches);
        Show();
    }

    void Show()
    {
        SiloMetrics.IngestInFlight.Set(Interlocked.Read(ref _batches));
        SiloMetrics.IngestQueuedReadings.Set(Interlocked.Read(ref _readings));
    }
}
