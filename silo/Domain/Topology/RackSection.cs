using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Topology;

/// <summary>One rack of a room.</summary>
public sealed class RackSection
{
    /// <summary>The rack's own part of its id, as in <c>A07</c>.</summary>
    [Required]
    public required string Id { get; init; }

    /// <summary>What the rack was granted, kW.</summary>
    [Range(0.001, 10_000)]
    public required double ProvisionedKilowatts { get; init; }
}
