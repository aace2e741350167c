using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Rules;

namespace DcOps.Domain.Kpis.Factors;

/// <summary>One element of section <c>emissionFactors</c>.</summary>
public sealed class EmissionFactorSection
{
    public const string Section = "emissionFactors";

    [Required]
    public required string Region { get; init; }

    public required FactorMethod Method { get; init; }

    [Range(2000, 2100)]
    public required int Year { get; init; }

    [Range(0.0, 2.0)]
    public required decimal KilogramsPerKilowattHour { get; init; }

    [Required]
    public required string Source { get; init; }

    public required Verification Verification { get; init; }
}
