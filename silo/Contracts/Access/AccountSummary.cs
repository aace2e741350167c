using DcOps.Domain.Access;

namespace DcOps.Contracts.Access;

/// <summary>An account as those see it who may.</summary>
/// <param name="RecoveryCodesLeft">0 without a second factor.</param>
public sealed record AccountSummary(
    string Name, ImmutableArray<AccessGrant> Grants, bool HasSecondFactor, int RecoveryCodesLeft, bool IsLocked);
