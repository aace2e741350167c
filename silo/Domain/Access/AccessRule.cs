using DcOps.Domain.Topology;

namespace DcOps.Domain.Access;

/// <summary>Who may read and who may change what one address stands for.</summary>
/// <param name="Class">The highest class of what it shows.</param>
public sealed record AccessRule(Reach Reach, DataClass Class, ImmutableArray<AccessRole> Readers, ImmutableArray<AccessRole> Changers)
{
    /// <summary>The highest class that a role is shown.</summary>
    public static DataClass Clearance(AccessRole role) => role switch
    {
        AccessRole.Operator or AccessRole.Regulator or AccessRole.Administrator => DataClass.Restricted,
        AccessRole.Scheduler or AccessRole.SystemAdministrator => DataClass.Shared,
        _ => DataClass.Public,
    };

    /// <summary>Whether somebody signed in with these grants may.</summary>
    /// <param name="city">That the address names; null when it names none or one that does not exist.</param>
    /// <param name="facility">That the address names; null when it names none or one that does not exist.</param>
    public bool Permits(IEnumerable<AccessGrant> grants, bool isChange, City? city, Facility? facility) =>
        Reach is Reach.Anyone or Reach.Person
        || grants.Any(grant => (isChange ? Changers : Readers).Contains(grant.Role) && Clearance(grant.Role) >= Class && Covers(grant.Scope, city, facility));

    // What does not exist is refused to all but those who may see everything: nobody learns from a refusal what is there.
    bool Covers(AccessScope scope, City? city, Facility? facility) => scope.Kind == ScopeKind.Province || Reach switch
    {
        Reach.Facility => facility is not null && scope.Covers(facility),
        Reach.City => city is not null && scope.Covers(city.Code),
        _ => false,
    };
}
