namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>One workload's part of the bill, CNY, and the prices of what it takes from others.</summary>
/// <param name="Energy">Price × marginal PUE × its kW.</param>
/// <param name="Carbon">Carbon price × intensity × marginal PUE × its kW.</param>
/// <param name="Demand">Its part of the demand charge.</param>
/// <param name="PowerScarcity">What its power would be worth to others; no part of the bill.</param>
/// <param name="PoolScarcity">What its units would be worth to others; no part of the bill.</param>
/// <param name="QuotaScarcity">What its quota would be worth to the tenant's other work; no part of the bill.</param>
public sealed record CostSplit(
    double Energy, double Carbon, double Demand, double RegionLimits, double Transfer, double Moves, double Checkpoints,
    double PowerScarcity, double PoolScarcity, double QuotaScarcity)
{
    /// <summary>Part of the bill; these sum to the plan's bill.</summary>
    public double Billed => Energy + Carbon + Demand + RegionLimits + Transfer + Moves + Checkpoints;
}
