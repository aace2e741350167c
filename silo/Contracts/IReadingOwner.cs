using DcOps.Domain.Telemetry;

namespace DcOps.Contracts;

/// <summary>A grain that owns the state that readings change: a room, or a facility's plant.</summary>
public interface IReadingOwner
{
    /// <summary>
    /// Folds batches of one collector, in order of sequence; those already folded change nothing.
    /// Answers at once, from memory; <see cref="FoldReceipt.DurableThrough"/> says what would survive a crash.
    /// </summary>
    [Alias("Fold")]
    ValueTask<FoldReceipt> Fold(string collector, [Immutable] ImmutableArray<ReadingBatch> batches);

    /// <summary>Highest sequence of the collector whose effect would survive a crash; 0 when there is none.</summary>
    [Alias("DurableThrough")]
    ValueTask<long> DurableThrough(string collector);
}
