using DcOps.Domain.Statements;

namespace DcOps.Signing.Bundles;

/// <summary>What the check of a bundle found.</summary>
/// <param name="Findings">Signature first, then files; empty when all is as it was filed.</param>
/// <param name="Manifest">Null when it cannot be read.</param>
public sealed record BundleReport(ImmutableArray<StatementFinding> Findings, StatementManifest? Manifest, SignatureReport Signature)
{
    public bool IsWhole => Findings.IsEmpty;
}
