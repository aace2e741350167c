using System.Security.Claims;
using DcOps.Domain.Access;

namespace DcOps.Contracts.Access;

/// <summary>What a signed-in person carries.</summary>
public static class AccessClaims
{
    /// <summary>One per grant, as <see cref="AccessGrant.ToString"/> writes it.</summary>
    public const string Grant = "dcops-grant";

    public static ImmutableArray<AccessGrant> Grants(this ClaimsPrincipal person) =>
    [
        .. person.FindAll(Grant).Select(claim => AccessGrant.TryParse(claim.Value, out var grant) ? grant : (AccessGrant?)null).OfType<AccessGrant>(),
    ];

    /// <summary>Null when nobody is signed in.</summary>
    public static string? SignedName(this ClaimsPrincipal? person) =>
        person?.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name : null;
}
