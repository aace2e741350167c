using System.ComponentModel.DataAnnotations;

namespace DcOps.Grains.Checkpoints;

/// <summary>How often state is made durable. Without a journal, receipts wait for it.</summary>
public sealed class CheckpointOptions
{
    // Some half a kilobyte each: 25 MB/s.
    const int RacksASecond = 50_000;

    static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(15);

    /// <summary>Time between two images of an owner whose state changed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Time between two images of an owner whose batches are in the journal: what a restart folds again is half of it, on
    /// average.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan JournaledInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For a silo of so many racks. An image holds all of an owner's state, so that a large silo writes them less often:
    /// the disk's share stays the same, and receipts take longer.
    /// </summary>
    public static CheckpointOptions ForRacks(int racks) => new()
    {
        Interval = TimeSpan.FromSeconds(Math.Clamp((double)racks / RacksASecond, 1, LongestInterval.TotalSeconds)),
    };

    /// <summary>Shortest time between two writes: what owners offer meanwhile shares one disk flush.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Pace { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Time to wait after a write that failed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);
}
