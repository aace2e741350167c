namespace DcOps.Contracts.Ledger;

/// <summary>One destination of the upload.</summary>
/// <param name="At">As of when, UTC.</param>
/// <param name="Pending">Items in the spool that it has not acknowledged.</param>
/// <param name="OldestPending">Local day of the oldest of them; null when there is none.</param>
/// <param name="SpoolBytes">Size of the spool, which all destinations share.</param>
/// <param name="LastAcknowledgedAt">Since the process started, UTC; null when there was none.</param>
/// <param name="LastRefusal">The newest message that it will never take; null when there was none since the process started.</param>
/// <param name="LastFailure">Why the newest message goes again; null when the one after it was taken.</param>
/// <param name="Days">By day, oldest first.</param>
public sealed record UploadStanding(
    string Destination,
    DateTimeOffset At,
    long Pending,
    DateOnly? OldestPending,
    long SpoolBytes,
    DateTimeOffset? LastAcknowledgedAt,
    UploadRefusal? LastRefusal,
    UploadRefusal? LastFailure,
    ImmutableArray<UploadDay> Days);
