namespace DcOps.Domain.Scheduling.Model;

/// <summary>One job as the planner sees it. Slots are counted from the plan's start.</summary>
public sealed record Workload
{
    public required string Id { get; init; }

    public required string Tenant { get; init; }

    public required PoolKind Kind { get; init; }

    /// <summary>Units in each slot that it runs; for an elastic workload the nominal number.</summary>
    public required int Units { get; init; }

    /// <summary>Slots at <see cref="Units"/> (P90 of its duration); for an elastic workload the work it has to do, in slots at speed 1.</summary>
    public required int Duration { get; init; }

    /// <summary>First slot in which it may run.</summary>
    public required int Release { get; init; }

    /// <summary>It must have ended before this slot begins.</summary>
    public required int Deadline { get; init; }

    public Flexibility Flexibility { get; init; } = Flexibility.Deferrable;

    /// <summary>Levels of an elastic workload, few first, each worth less per unit than the one before; empty otherwise.</summary>
    public ImmutableArray<ScalingLevel> Levels { get; init; } = [];

    public LatencyClass Latency { get; init; }

    /// <summary>Position of the region its users are in.</summary>
    public required int Origin { get; init; }

    /// <summary>Position of the region its data lies in.</summary>
    public required int DataRegion { get; init; }

    /// <summary>GB to be moved when it runs outside its data's region; moved in the slots right before its first.</summary>
    public double Gigabytes { get; init; }

    /// <summary>May it run outside the province?</summary>
    public bool MayLeaveProvince { get; init; } = true;

    /// <summary>Security grade it needs (等保), 1 to 5.</summary>
    public int SecurityGrade { get; init; } = 1;

    /// <summary>Software stack it needs; null when any will do.</summary>
    public string? Stack { get; init; }

    /// <summary>CNY lost when it is not served in this plan.</summary>
    public required double UnservedPenalty { get; init; }

    /// <summary>CNY for each pause of an interruptible workload.</summary>
    public double CheckpointCost { get; init; }

    /// <summary>Where it stands in the plan in force; null for a new one.</summary>
    public Placement? Current { get; init; }

    /// <summary>The current placement was approved: moving it costs the churn price and counts towards the churn limit.</summary>
    public bool IsApproved { get; init; }

    /// <summary>CNY for moving it when it is approved or already runs; null takes the plan's price.</summary>
    public double? MoveCost { get; init; }
}
