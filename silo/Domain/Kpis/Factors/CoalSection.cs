using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Rules;

namespace DcOps.Domain.Kpis.Factors;

/// <summary>One element of section <c>coal</c>.</summary>
public sealed class CoalSection
{
    public const string Section = "coal";

    [Required]
    public required string Id { get; init; }

    [Range(0.05, 1.0)]
    public required decimal KilogramsPerKilowattHour { get; init; }

    [Required]
    public required string Source { get; init; }

    public required Verification Verification { get; init; }
}
