using System.ComponentModel.DataAnnotations;

namespace DcOps.Ledger;

/// <summary>Criteria of the register of low-efficiency sites, as the authority set them.</summary>
public sealed class LowEfficiencySection
{
    [Range(1.0, 5.0)]
    public required decimal PueAbove { get; init; }

    /// <summary>0 to 1.</summary>
    [Range(0.0, 1.0)]
    public required double OccupancyBelow { get; init; }

    [Range(0.0, 1_000_000.0)]
    public required double StandardRacksBelow { get; init; }

    [Range(1, 100)]
    public required int YearsFrom { get; init; }

    /// <summary>How many of the four put a site on the register.</summary>
    [Range(1, 4)]
    public required int TraitsToList { get; init; }
}
