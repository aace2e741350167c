namespace DcOps.Domain.Telemetry;

/// <summary>Value of a <see cref="Quantity.Condition"/> reading, whatever codes the maker uses.</summary>
public enum ConditionCode : byte
{
    Ok = 0,
    Warning = 1,
    Critical = 2,
    Unknown = 3,
}
