namespace DcOps.Domain.Ledger;

/// <summary>Over how long an item of the ledger is summed that leaves the product.</summary>
public enum ItemSpan : byte
{
    /// <summary>15 minutes: what online monitoring calls real-time.</summary>
    Quarter = 0,

    /// <summary>A local day.</summary>
    Day = 1,

    /// <summary>A local month.</summary>
    Month = 2,
}
