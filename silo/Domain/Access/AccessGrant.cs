using System.Diagnostics.CodeAnalysis;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Access;

/// <summary>A role at a place, as in <c>operator@city:NJ</c>.</summary>
public readonly record struct AccessGrant(AccessRole Role, AccessScope Scope)
{
    static readonly ImmutableArray<AccessRole> Apart =
        [AccessRole.SystemAdministrator, AccessRole.SecurityAdministrator, AccessRole.AuditAdministrator];

    /// <summary>False when the text is not of the form; the three administrators who are kept apart hold the province alone.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccessGrant grant)
    {
        grant = default;
        if (text?.Split('@') is not [var role, var place]
            || !KebabCase.TryParse<AccessRole>(role, out var known) || !AccessScope.TryParse(place, out var scope)
            || (Apart.Contains(known) && scope.Kind != ScopeKind.Province))
            return false;

        grant = new(known, scope);
        return true;
    }

    /// <summary>Whether one person may hold all of them: at most one of the roles that are kept apart.</summary>
    public static bool MayBeOnePerson(IEnumerable<AccessGrant> grants) =>
        grants.Select(grant => grant.Role).Where(role => Apart.Contains(role)).Distinct().Count() <= 1;

    public override string ToString() => $"{KebabCase.Of(Role)}@{Scope}";
}
