using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>
/// An input as flat arrays for the inner loops. Series lie slot by slot: facility × Slots + slot, pool × Slots + slot.
/// A facility has four pool places, one per kind; a place without a pool has no capacity.
/// </summary>
sealed class Instance
{
    public const int Kinds = 4;

    public required PlanningInput Input { get; init; }

    public required int Slots { get; init; }

    public required int Facilities { get; init; }

    public required int Jobs { get; init; }

    public int Pools => Facilities * Kinds;

    /// <summary>CNY per facility kW and slot.</summary>
    public required double[] Price { get; init; }

    public required double[] Base { get; init; }

    /// <summary>Never below the base load.</summary>
    public required double[] Limit { get; init; }

    public required PowerCurve[] Curve { get; init; }

    public required double[] DemandCharge { get; init; }

    /// <summary>Facility kW already billed, or reached by the base load if that is more.</summary>
    public required double[] FreePeak { get; init; }

    public required double[] Capacity { get; init; }

    public required double[] KwPerUnit { get; init; }

    public required int[] Units { get; init; }

    public required int[] Duration { get; init; }

    public required int[] Release { get; init; }

    public required int[] Deadline { get; init; }

    public required Flexibility[] Flexibility { get; init; }

    /// <summary>Row of the tenant's quota; -1 when it has none.</summary>
    public required int[] Quota { get; init; }

    public required double[] QuotaUnits { get; init; }

    public required double[] Penalty { get; init; }

    public required double[] Checkpoint { get; init; }

    /// <summary>CNY for any other column than <see cref="Current"/>; 0 when there is none.</summary>
    public required double[] MoveCost { get; init; }

    public required bool[] IsApproved { get; init; }

    public required Column[] Current { get; init; }

    public required ScalingLevel[][] Levels { get; init; }

    /// <summary>A job's options are [FirstOption[job], FirstOption[job + 1]).</summary>
    public required int[] FirstOption { get; init; }

    public required Option[] Options { get; init; }

    public required double[] LinkGbps { get; init; }

    public required RegionLimit[] Limits { get; init; }

    /// <summary>Rows of <see cref="Limits"/> that a facility's power counts in.</summary>
    public required int[][] LimitsOf { get; init; }

    /// <summary>CNY per kW and slot above a limit; infinite when it must hold.</summary>
    public double LimitPrice(int row) =>
        Limits[row].CnyPerKwhAbove is { } price ? price * Input.SlotHours : double.PositiveInfinity;

    public double JobCost(int job, in Column column)
    {
        if (!column.IsServed)
            return Penalty[job];
        var move = MoveCost[job] > 0 && Current[job].IsServed && !column.IsSame(Current[job]) ? MoveCost[job] : 0;
        return Options[column.Option].Fixed + move + (column.Slots is null ? 0 : Checkpoint[job] * column.Pauses);
    }
}
