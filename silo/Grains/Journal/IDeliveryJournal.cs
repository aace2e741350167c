namespace DcOps.Grains.Journal;

/// <summary>
/// A log of what owners folded, ahead of their checkpoints: a batch is receipted once its record is durable, and images
/// may be written seldom. It lies on this silo's own disk, so only this silo can read it again.
/// </summary>
public interface IDeliveryJournal
{
    /// <summary>False when there is none: then receipts wait for checkpoints.</summary>
    bool IsKept { get; }

    /// <summary>Why records cannot be kept now; null when they can. Meanwhile receipts wait for checkpoints.</summary>
    string? Fault { get; }

    /// <summary>The part of one owner; the same for the same key.</summary>
    /// <param name="owner">Names the owner and its kind, as in <c>room/NJ-01/R01</c>.</param>
    IJournalPlace Open(string owner);
}
