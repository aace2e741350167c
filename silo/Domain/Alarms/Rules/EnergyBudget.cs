using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>What a facility may use in a calendar year.</summary>
public sealed class EnergyBudget
{
    /// <summary>Id of the facility.</summary>
    [Required]
    public required string Facility { get; init; }

    [Range(2000, 2200)]
    public required int Year { get; init; }

    [Range(0.001, 100_000_000.0)]
    public required double MegawattHours { get; init; }
}
