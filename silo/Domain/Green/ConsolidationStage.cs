namespace DcOps.Domain.Green;

/// <summary>Where the consolidation of a site stands.</summary>
public enum ConsolidationStage : byte
{
    Listed = 0,
    Planned = 1,
    UnderWay = 2,

    /// <summary>Rebuilt, and measured within its target.</summary>
    Converted = 3,

    /// <summary>Its load moved and its power off.</summary>
    Closed = 4,

    /// <summary>Taken off the register, with a reason.</summary>
    Dropped = 5,
}
