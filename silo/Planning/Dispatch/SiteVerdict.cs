namespace DcOps.Planning.Dispatch;

/// <summary>How a site answered.</summary>
public enum SiteVerdict
{
    /// <summary>Done, now or under the same key before.</summary>
    Taken,

    /// <summary>It will not, and asking again would not help.</summary>
    Refused,

    /// <summary>No answer, or none that says: it may have been done or not.</summary>
    Unknown,
}
