namespace DcOps.Domain.PowerChain;

/// <summary>What one thing needs of another.</summary>
[Flags]
public enum Dependency : byte
{
    None = 0,
    Power = 1,
    Cooling = 2,

    /// <summary>Its readings come through the other.</summary>
    Data = 4,
}
