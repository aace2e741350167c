using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Rules;

namespace DcOps.Domain.Kpis.Factors;

/// <summary>One element of section <c>carrierWeights</c>.</summary>
public sealed class CarrierWeightsSection
{
    public const string Section = "carrierWeights";

    [Required]
    public required string Scheme { get; init; }

    [Required]
    public required string Source { get; init; }

    public required Verification Verification { get; init; }

    /// <summary>Weighted kWh per kWh, by carrier.</summary>
    public required Dictionary<string, decimal> Weights { get; init; }
}
