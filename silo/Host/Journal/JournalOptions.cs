using System.ComponentModel.DataAnnotations;

namespace DcOps.Silo.Host.Journal;

/// <summary>How the journal of deliveries is kept.</summary>
public sealed class JournalOptions
{
    /// <summary>Shortest time between two flushes: what is folded meanwhile shares one.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan Pace { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Time to wait after a write that failed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Bytes on disk beyond which nothing more is taken; from half of it on, owners write images to make room.</summary>
    [Range(1L << 16, 1L << 40)]
    public long MostBytes { get; init; } = 4L << 30;

    /// <summary>Bytes of a file, at which the next one is begun.</summary>
    [Range(1 << 12, 1 << 28)]
    public int SegmentBytes { get; init; } = 32 << 20;

    /// <summary>Bytes that may wait for the disk; beyond, nothing more is taken.</summary>
    [Range(1 << 12, 1 << 28)]
    public int MostWaitingBytes { get; init; } = 32 << 20;
}
