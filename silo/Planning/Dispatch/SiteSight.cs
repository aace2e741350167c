namespace DcOps.Planning.Dispatch;

/// <summary>What a site shows of a job.</summary>
public enum SiteSight
{
    /// <summary>It does not say, or nobody answers.</summary>
    Unknown,
    Waiting,
    Running,
    Ended,
    Gone,
}
