namespace DcOps.Domain.Metering;

/// <summary>What a device says about its register besides the position.</summary>
/// <param name="ResetMarker">When the device says the register was last set back; null when it does not say.</param>
/// <param name="RestartedAt">When the device's agent started, from its uptime; null when it does not say.</param>
public readonly record struct RegisterEvidence(DateTimeOffset? ResetMarker, DateTimeOffset? RestartedAt)
{
    public static RegisterEvidence None => default;
}
