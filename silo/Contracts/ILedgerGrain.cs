using Orleans.Concurrency;

namespace DcOps.Contracts;

/// <summary>Closes and restates one facility's ledger. Key: the facility id.</summary>
[Alias("ledger")]
public interface ILedgerGrain : IGrainWithStringKey
{
    /// <summary>Notes that readings of a stretch came after its days may have been closed; kept durably before this returns.</summary>
    /// <param name="to">Instant of the newest of them.</param>
    [Alias("Changed"), AlwaysInterleave]
    ValueTask Changed(DateTimeOffset from, DateTimeOffset to, string reason);

    /// <summary>Closes and restates what is due now instead of with the next tick.</summary>
    /// <returns>Days, months and years closed or restated; null when the store or the archive is away, or rows still wait for it.</returns>
    [Alias("CloseDue"), ResponseTimeout("00:10:00")]
    ValueTask<int?> CloseDue();
}
