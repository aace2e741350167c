using System.Diagnostics.CodeAnalysis;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Access;

/// <summary>Where a grant holds: <c>province</c>, <c>city:NJ</c> or <c>facility:NJ-01</c>.</summary>
/// <param name="Code">Of the city or the facility; empty for the province.</param>
public readonly record struct AccessScope(ScopeKind Kind, string Code)
{
    const string CityPrefix = "city:";
    const string FacilityPrefix = "facility:";

    public static AccessScope Province { get; } = new(ScopeKind.Province, "");

    /// <summary>False when the text has none of the three forms, or its code is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccessScope scope)
    {
        scope = Province;
        if (text == "province")
            return true;
        if (text?.StartsWith(CityPrefix, StringComparison.Ordinal) == true && CityCode.TryParse(text[CityPrefix.Length..], out var city))
            scope = new(ScopeKind.City, city.Value);
        else if (text?.StartsWith(FacilityPrefix, StringComparison.Ordinal) == true && FacilityId.TryParse(text[FacilityPrefix.Length..], out var facility))
            scope = new(ScopeKind.Facility, facility.Value);
        return scope.Kind != ScopeKind.Province;
    }

    /// <summary>Whether all of the city lies within.</summary>
    public bool Covers(CityCode city) => Kind == ScopeKind.Province || (Kind == ScopeKind.City && Code == city.Value);

    public bool Covers(Facility facility) => Covers(facility.City) || (Kind == ScopeKind.Facility && Code == facility.Id.Value);

    public override string ToString() => Kind switch
    {
        ScopeKind.City => CityPrefix + Code,
        ScopeKind.Facility => FacilityPrefix + Code,
        _ => "province",
    };
}
