namespace DcOps.Silo.Host.Ingest.Remote.Sites;

/// <summary>Why a collector's files are not offered to it.</summary>
/// <param name="Reason">One line for each fault.</param>
sealed record SiteFault(string Collector, string Reason)
{
    public override string ToString() => $"the configuration of collector '{Collector}' has faults:{Environment.NewLine}{Reason}";
}
