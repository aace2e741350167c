namespace DcOps.Planning.Dispatch;

/// <summary>How a site takes commands.</summary>
public enum DispatchSiteKind
{
    Manual,
    Webhook,
    Kueue,
    Slurm,
}
