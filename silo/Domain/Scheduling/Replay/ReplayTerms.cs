namespace DcOps.Domain.Scheduling.Replay;

/// <summary>What jobs may do and what units cost, apart from the policy.</summary>
public sealed record ReplayTerms
{
    /// <summary>Length of the simulation's step.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Jobs shorter than this are of the short class.</summary>
    public TimeSpan ShortBelow { get; init; } = TimeSpan.FromHours(2);

    public TimeSpan ShortWait { get; init; } = TimeSpan.FromHours(6);

    public TimeSpan LongWait { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Units paid for in any case, at <see cref="ReservedRate"/> of the price.</summary>
    public int Reserved { get; init; }

    public double ReservedRate { get; init; } = 0.4;

    /// <summary>Price of a unit hour on demand.</summary>
    public double UnitHour { get; init; } = 0.0624;

    /// <summary>A job that waits starts as soon as reserved units are free.</summary>
    public bool IsReservedFirst { get; init; }
}
