namespace DcOps.Domain.Ledger;

/// <summary>What a facility's overhead is spread over its racks by.</summary>
public enum AllocationBasis : byte
{
    /// <summary>Nothing is spread: no rack's energy is known, or the facility has no figure.</summary>
    None = 0,

    /// <summary>By IT energy, over the E_IT of the facility's own meters: what no rack accounts for keeps its part of the overhead.</summary>
    MeteredIt = 1,

    /// <summary>By IT energy, over the sum of the racks: they account for no less than the facility's own meters.</summary>
    SumOfRacks = 2,
}
