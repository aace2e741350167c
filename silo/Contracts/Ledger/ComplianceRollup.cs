using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Contracts.Ledger;

/// <summary>One city, group, owner or the province of the compliance list.</summary>
/// <param name="Key">City code, group or owner as declared, province id.</param>
/// <param name="Category">Category that all facilities summed here share: the one that most of them declare.</param>
/// <param name="Pue">Sum of E_DC over sum of E_IT; null when no facility has a figure of the category.</param>
/// <param name="FacilityEnergy">E_DC of the paired intervals of those facilities.</param>
/// <param name="ItEnergy">E_IT likewise.</param>
/// <param name="Outcomes">Facilities by outcome, in the order of the outcomes; those without one are in none.</param>
/// <param name="StandardRacks">Sum over the facilities that declare them.</param>
public sealed record ComplianceRollup(
    RollupScope Scope,
    string Key,
    Designation Name,
    PueCategory? Category,
    ExactRatio? Pue,
    Energy FacilityEnergy,
    Energy ItEnergy,
    KpiCoverage Coverage,
    ImmutableArray<int> Outcomes,
    double StandardRacks)
{
    /// <summary>Null when there is no PUE.</summary>
    public KpiAccuracy? Accuracy { get; init; }
}
