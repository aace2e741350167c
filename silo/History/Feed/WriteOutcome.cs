namespace DcOps.History.Feed;

/// <summary>How one write to the store ended, as far as the feed waited for it.</summary>
enum WriteOutcome
{
    Stored,

    /// <summary>The store did not take the rows; they stay ours.</summary>
    Unavailable,

    /// <summary>No answer yet: the write goes on, and the rows stay ours until it has ended well.</summary>
    Slow,
}
