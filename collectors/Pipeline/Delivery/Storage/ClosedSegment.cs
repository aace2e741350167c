namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>A whole segment on disk. Within one run of the collector sequences are gapless, so its ends tell its count.</summary>
/// <param name="StartedAt">When its first batch was collected.</param>
/// <param name="EndedAt">When its last batch was collected; after a restart, when the file was last written.</param>
sealed record ClosedSegment(string Path, long First, long Last, long Bytes, DateTimeOffset StartedAt, DateTimeOffset EndedAt)
{
    /// <summary>How many of its batches are above a sequence.</summary>
    public long CountAbove(long sequence) => Math.Max(0, Last - Math.Max(First - 1, sequence));
}
