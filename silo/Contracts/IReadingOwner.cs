using DcOps.Domain.Telemetry;

namespace DcOps.Contracts;

/// <summary>A grain that owns the state that readings change: a room, or a facility's plant.</summary>
[Alias("reading-owner")]
public interface IReadingOwner : IGrainWithStringKey
{
    /// <summary>
    /// Folds batches of one collector, in order of sequence; those already folded change nothing.
    /// Answers at once, from memory; <see cref="FoldReceipt.DurableThrough"/> says what would survive a crash.
    /// </summary>
    /// <param name="after">
    /// Highest sequence that the caller knows to be folded here; 0 when it knows of none. An owner that remembers less has
    /// lost what was not durable: it folds nothing and answers what it has, so that no gap is closed over.
    /// </param>
    [Alias("Fold")]
    ValueTask<FoldReceipt> Fold(string collector, long after, [Immutable] ImmutableArray<ReadingBatch> batches);

    /// <summary>Highest sequence of the collector whose effect would survive a crash; 0 when there is none.</summary>
    [Alias("DurableThrough")]
    ValueTask<long> DurableThrough(string collector);
}
