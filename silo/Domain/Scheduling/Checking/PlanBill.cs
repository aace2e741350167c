namespace DcOps.Domain.Scheduling.Checking;

/// <summary>What the placed work costs, CNY, above what the base load costs anyway.</summary>
/// <param name="Energy">At each facility's own power curve, so at its marginal PUE.</param>
/// <param name="Carbon">CO2 at the input's carbon price.</param>
/// <param name="Demand">Demand charge for peaks above what is billed and what the base load reaches.</param>
/// <param name="RegionLimits">Rewards lost, or quota bought, above grid limits.</param>
/// <param name="Moves">Churn and migration.</param>
/// <param name="Unserved">Penalties of workloads left out.</param>
public sealed record PlanBill(
    double Energy, double Carbon, double Demand, double RegionLimits, double Transfer, double Moves, double Checkpoints, double Unserved)
{
    public double Total => Energy + Carbon + Demand + RegionLimits + Transfer + Moves + Checkpoints + Unserved;

    /// <summary>kWh at the meters above the base load's.</summary>
    public double FacilityKwh { get; init; }

    /// <summary>kg CO2 above the base load's, by the input's method.</summary>
    public double CarbonKilograms { get; init; }

    public int Served { get; init; }

    /// <summary>Approved workloads that stand elsewhere than approved, or nowhere.</summary>
    public int Moved { get; init; }
}
