namespace DcOps.Contracts.Ledger;

/// <summary>What facilities are summed by.</summary>
public enum RollupScope : byte
{
    Province = 0,
    City = 1,
    Group = 2,
    Owner = 3,
}
