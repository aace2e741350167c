namespace DcOps.Domain.Scheduling.Dispatch;

/// <summary>A command and where it stands.</summary>
/// <param name="Since">When it came to its state.</param>
/// <param name="SentAt">When it was first sent; null where it never was.</param>
public sealed record DispatchRecord(DispatchCommand Command, DispatchState State, DateTimeOffset Since, DateTimeOffset? SentAt, string? Text)
{
    /// <summary>Whether the site has the job, or may have it.</summary>
    public bool MayRun => State is DispatchState.Sent or DispatchState.Accepted or DispatchState.Verified or DispatchState.Recalling;
}
