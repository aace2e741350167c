using System.ComponentModel.DataAnnotations;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>How devices know us: a community (v1, v2c) or a user (v3).</summary>
public sealed record CredentialsSection : IValidatableObject
{
    public required SnmpVersion Version { get; init; }

    /// <summary>v1 and v2c.</summary>
    public Secret? Community { get; init; }

    /// <summary>v3.</summary>
    [StringLength(32, MinimumLength = 1)]
    public string? User { get; init; }

    public AuthenticationProtocol Authentication { get; init; }

    /// <summary>At least 8 characters (RFC 3414 section 11.2).</summary>
    public Secret? AuthenticationPassword { get; init; }

    public PrivacyProtocol Privacy { get; init; }

    /// <summary>At least 8 characters (RFC 3414 section 11.2).</summary>
    public Secret? PrivacyPassword { get; init; }

    /// <summary>v3 context; absent for the default one.</summary>
    [StringLength(255)]
    public string Context { get; init; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Version == SnmpVersion.V3 ? OfUser() : OfCommunity();

    IEnumerable<ValidationResult> OfCommunity()
    {
        if (Community is null)
            yield return new("is missing; v1 and v2c know nothing else.", [nameof(Community)]);
        if (User is not null)
            yield return new("is for v3; v1 and v2c have a community.", [nameof(User)]);
    }

    IEnumerable<ValidationResult> OfUser()
    {
        if (User is null)
            yield return new("is missing; v3 needs it.", [nameof(User)]);
        if (Community is not null)
            yield return new("is for v1 and v2c; v3 has a user.", [nameof(Community)]);
        if (Authentication != AuthenticationProtocol.None && AuthenticationPassword is null)
            yield return new("is missing; authentication needs it.", [nameof(AuthenticationPassword)]);
        if (Privacy != PrivacyProtocol.None && PrivacyPassword is null)
            yield return new("is missing; privacy needs it.", [nameof(PrivacyPassword)]);
        if (Privacy != PrivacyProtocol.None && Authentication == AuthenticationProtocol.None)
            yield return new("needs authentication; SNMPv3 has no privacy without it.", [nameof(Privacy)]);
    }
}
