namespace DcOps.Domain.Rules;

/// <summary>What the scopes of rules ask about a facility. Null is not known, and is never taken for a no.</summary>
/// <param name="Region">Province, as in <c>CN-JS</c>.</param>
/// <param name="Zones">
/// Zones it lies in, as in <c>hub</c>, <c>yangtze-delta-hub-start</c>, <c>demonstration-base</c>; empty is none.
/// </param>
/// <param name="Sector">As in <c>finance</c>, <c>public</c>.</param>
public sealed record FacilityProfile(
    string Region,
    ImmutableArray<string> Zones,
    double? StandardRacks,
    ProjectKind? Project,
    DateOnly? CommissionedOn,
    CoolingKind? Cooling,
    bool? HasOwnDistribution,
    bool? IsColdRegion,
    string? Sector,
    decimal? DesignRatio);
