namespace DcOps.History.Feed;

/// <summary>How rows go from the grains to the store.</summary>
/// <param name="SpoolFolder">Where rows wait on disk while the store is away.</param>
/// <param name="SpoolBytes">Size of the spool at which its oldest rows are given up.</param>
/// <param name="BufferRows">Rows that may wait in memory; more are dropped and counted. A row takes about 200 bytes.</param>
/// <param name="BatchRows">Rows of one write.</param>
public sealed record FeedOptions(
    string SpoolFolder, long SpoolBytes = 2L << 30, int BufferRows = 500_000, int BatchRows = 5_000)
{
    /// <summary>Size at which a spool file is full and the next begins.</summary>
    public int SegmentBytes { get; init; } = 16 << 20;

    /// <summary>Rows gather for so long before they are written.</summary>
    public TimeSpan Gather { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A write that takes longer goes on, and its rows are spooled meanwhile.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Pause after the first failed write; doubled by each further one.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(30);
}
