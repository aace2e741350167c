using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>How readings are gathered into batches, and batches delivered.</summary>
public sealed class DeliveryOptions
{
    /// <summary>How long readings gather before they become batches: what it costs in latency.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How often the disk is told to keep what it has: what a power cut may cost. <c>kill -9</c> costs nothing in any case.
    /// Readings that someone waits for are kept at the next flush.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan SyncInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Readings that may gather in memory; whoever adds one more writes them to disk first.</summary>
    [Range(1, 10_000_000)]
    public int MostGathered { get; init; } = 100_000;

    /// <summary>Deliveries that may wait for their receipts at once: receipts take a checkpoint interval.</summary>
    [Range(1, 1_000)]
    public int MostInFlight { get; init; } = 64;

    [Range(1, 65_536)]
    public int MostBatchesPerDelivery { get; init; } = 4_096;

    /// <summary>Encoded size.</summary>
    [Range(1 << 10, 1 << 28)]
    public int MostBytesPerDelivery { get; init; } = 512 << 10;

    /// <summary>Time after which a delivery without receipts counts as failed; longer than the silo's checkpoint interval.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Readings that wait longer for their turn are also sent ahead of the backlog, to be shown; and the backlog is paced.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan AheadAfter { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Most batches a second out of a backlog; a day of 5,000 racks with a batch each 10 s drains in 24 minutes.</summary>
    [Range(100, 10_000_000)]
    public int BackfillBatchesPerSecond { get; init; } = 30_000;

    /// <summary>Pause after a failed delivery; doubles up to <see cref="LongestPause"/> while they fail.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For what is sent ahead: it is worth something now or never.</summary>
    internal DeliveryOptions Hurried => new()
    {
        MostInFlight = MostInFlight,
        MostBatchesPerDelivery = MostBatchesPerDelivery,
        MostBytesPerDelivery = MostBytesPerDelivery,
        Timeout = TimeSpan.FromTicks(Math.Min(Timeout.Ticks, TimeSpan.FromSeconds(15).Ticks)),
        FirstPause = TimeSpan.FromMilliseconds(250),
        LongestPause = TimeSpan.FromSeconds(1),
    };
}
