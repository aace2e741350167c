using DcOps.Contracts.Ledger;

namespace DcOps.Upload.Standing;

/// <summary>The newest of each kind of answer; null when there was none.</summary>
/// <param name="Failure">Null when a message was answered since.</param>
sealed record DestinationNews(DateTimeOffset? AcknowledgedAt, UploadRefusal? Refusal, UploadRefusal? Failure)
{
    public static DestinationNews None { get; } = new(null, null, null);
}
