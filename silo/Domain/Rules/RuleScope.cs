using System.Globalization;

namespace DcOps.Domain.Rules;

/// <summary>Facilities that a rule is about; a condition that is not given excludes nobody.</summary>
public sealed class RuleScope
{
    /// <summary>Provinces, as in <c>CN-JS</c>.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    /// <summary>Zones, any of them.</summary>
    public ImmutableArray<string> Zones { get; init; } = [];

    /// <summary>Standard racks from which the rule applies.</summary>
    public double? FromStandardRacks { get; init; }

    /// <summary>Standard racks below which the rule applies.</summary>
    public double? BelowStandardRacks { get; init; }

    /// <summary>Standard racks that must be exceeded.</summary>
    public double? AboveStandardRacks { get; init; }

    public ImmutableArray<ProjectKind> Projects { get; init; } = [];

    /// <summary>Facilities commissioned on or after this date.</summary>
    public DateOnly? CommissionedFrom { get; init; }

    public ImmutableArray<CoolingKind> Cooling { get; init; } = [];

    /// <summary>Whether an own power distribution is asked for.</summary>
    public bool NeedsOwnDistribution { get; init; }

    public bool? ColdRegion { get; init; }

    /// <summary>Sectors that the rule leaves out.</summary>
    public ImmutableArray<string> ExemptSectors { get; init; } = [];

    /// <summary>The first condition that excludes the facility; else the first that cannot be answered; else yes.</summary>
    public ScopeAnswer Ask(FacilityProfile facility)
    {
        ImmutableArray<ScopeAnswer> answers =
        [
            Regions.IsEmpty || Regions.Contains(facility.Region, StringComparer.Ordinal)
                ? ScopeAnswer.Yes
                : ScopeAnswer.No($"it lies in {facility.Region}, outside {string.Join(", ", Regions)}"),
            Zones.IsEmpty || Zones.Intersect(facility.Zones, StringComparer.Ordinal).Any()
                ? ScopeAnswer.Yes
                : ScopeAnswer.No($"it lies in none of {string.Join(", ", Zones)}"),
            Racks(facility),
            Projects.IsEmpty ? ScopeAnswer.Yes : Answer(facility.Project, Projects.Contains, "kind of project"),
            CommissionedFrom is { } from
                ? Answer(facility.CommissionedOn, date => date >= from, "date of commissioning")
                : ScopeAnswer.Yes,
            Cooling.IsEmpty ? ScopeAnswer.Yes : Answer(facility.Cooling, Cooling.Contains, "kind of cooling"),
            NeedsOwnDistribution ? Answer(facility.HasOwnDistribution, has => has, "own distribution") : ScopeAnswer.Yes,
            ColdRegion is { } cold ? Answer(facility.IsColdRegion, known => known == cold, "cold region") : ScopeAnswer.Yes,
            Sector(facility),
        ];
        return answers.FirstOrDefault(answer => answer.Applies == false) is { Applies: false } no ? no
            : answers.FirstOrDefault(answer => answer is { Applies: null, Reason: not null }) is { Reason: not null } unknown ? unknown
            : ScopeAnswer.Yes;
    }

    static ScopeAnswer Answer<T>(T? value, Func<T, bool> isInside, string what)
        where T : struct => value is not { } known ? ScopeAnswer.Unknown(what)
        : isInside(known) ? ScopeAnswer.Yes
        : ScopeAnswer.No(string.Create(CultureInfo.InvariantCulture, $"its {what} is {known}"));

    ScopeAnswer Racks(FacilityProfile facility)
    {
        if (FromStandardRacks is null && BelowStandardRacks is null && AboveStandardRacks is null)
            return ScopeAnswer.Yes;

        return Answer(
            facility.StandardRacks,
            racks => !(racks < FromStandardRacks) && !(racks >= BelowStandardRacks) && !(racks <= AboveStandardRacks),
            "number of standard racks");
    }

    ScopeAnswer Sector(FacilityProfile facility) => ExemptSectors.IsEmpty ? ScopeAnswer.Yes
        : facility.Sector is not { } sector ? ScopeAnswer.Unknown("sector")
        : ExemptSectors.Contains(sector, StringComparer.Ordinal) ? ScopeAnswer.No($"sector {sector} is exempt")
        : ScopeAnswer.Yes;
}
