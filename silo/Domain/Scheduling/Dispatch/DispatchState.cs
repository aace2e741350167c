namespace DcOps.Domain.Scheduling.Dispatch;

/// <summary>How far the dispatch of one job has come.</summary>
/// <remarks>Names are on disk: add, never rename.</remarks>
public enum DispatchState
{
    /// <summary>Only written down: nothing is sent in shadow mode.</summary>
    Shadow,

    /// <summary>Sent, or about to be: until the site has answered it may have it or not, and is asked again under the same key.</summary>
    Sent,

    /// <summary>The site has it.</summary>
    Accepted,

    /// <summary>The site does not take it.</summary>
    Refused,

    /// <summary>Seen to run.</summary>
    Verified,

    /// <summary>To be taken back; the site is asked until it has answered.</summary>
    Recalling,

    /// <summary>Taken back.</summary>
    RolledBack,
}
