using DcOps.Domain.Statements;

namespace DcOps.Signing;

/// <summary>What the check of a signature found.</summary>
/// <param name="Findings">Empty when the signature is good, and the signer is known where authorities were given.</param>
/// <param name="Signer">Null when the signature could not be read as far as that.</param>
/// <param name="SignedAt">By the signer's own clock, UTC; null when not said.</param>
/// <param name="IsTrusted">Whether the signer's certificate leads to an authority; null when none was given.</param>
public sealed record SignatureReport(
    ImmutableArray<StatementFinding> Findings, SignerIdentity? Signer, DateTimeOffset? SignedAt, bool? IsTrusted)
{
    /// <summary>The signature is the signer's over this manifest, whoever the signer is.</summary>
    public bool IsGenuine { get; init; }

    /// <summary>The authority that the signer's certificate leads to, the signer itself where it is trusted by its own; null when there is none.</summary>
    public SignerIdentity? TrustedBy { get; init; }
}
