using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;

namespace DcOps.Planning.Dispatch;

/// <summary>One site that takes commands.</summary>
public sealed class DispatchSiteSection
{
    [Required(ErrorMessage = "must name a facility.")]
    public required string Facility { get; init; }

    public DispatchSiteKind Kind { get; init; }

    /// <summary>Of the webhook, the Kubernetes server or slurmrestd; not for a manual site.</summary>
    public Uri? Address { get; init; }

    /// <summary>Key of the webhook's signature, or the token; not for a manual site.</summary>
    public Secret? Secret { get; init; }

    /// <summary>Kubernetes: where the jobs are.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>Kueue: name of the LocalQueue.</summary>
    public string Queue { get; init; } = "";

    /// <summary>Slurm.</summary>
    public string Partition { get; init; } = "";

    /// <summary>Slurm.</summary>
    public string User { get; init; } = "";
}
