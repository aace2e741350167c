using System.ComponentModel.DataAnnotations;

namespace DcOps.Silo.Host.Ingest;

/// <summary>How deliveries become folds, and how much may be under way.</summary>
public sealed class IngestOptions
{
    /// <summary>
    /// Batches of one owner that arrive within this time of its last call are folded in one call; those of an owner that was not
    /// called for so long go at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.005", "00:00:02")]
    public TimeSpan Window { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Batches without receipt at any time; a delivery beyond is answered as unavailable.</summary>
    [Range(1, 10_000_000)]
    public int MostBatchesInFlight { get; init; } = 262_144;

    /// <summary>For a silo of so many racks: as many batches as they send while receipts wait for a checkpoint, twice.</summary>
    public static IngestOptions ForRacks(int racks) => new() { MostBatchesInFlight = Math.Max(262_144, 4 * racks) };

    /// <summary>Readings not yet handed to their owner at any time; a delivery beyond is answered as unavailable.</summary>
    [Range(1, 100_000_000)]
    public int MostReadingsQueued { get; init; } = 2_000_000;

    /// <summary>Time until a batch that did not become durable is answered as unavailable.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ReceiptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time between two questions how far an owner is durable, when no fold brings the answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan AskDurableEvery { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long later batches of a collector wait for one that was refused to be delivered again; then its collector is
    /// taken to have given it up.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan AwaitRefusedFor { get; init; } = TimeSpan.FromMinutes(2);
}
