namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>A whole segment on disk. Within one run of the collector sequences are gapless, so its ends tell its count.</summary>
sealed record ClosedSegment(string Path, long First, long Last, long Bytes, DateTimeOffset StartedAt)
{
    /// <summary>How many of its batches are above a sequence.</summary>
    public long CountAbove(long sequence) => Math.Max(0, Last - Math.Max(First - 1, sequence));
}
