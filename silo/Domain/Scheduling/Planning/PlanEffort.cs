namespace DcOps.Domain.Scheduling.Planning;

/// <summary>How hard a plan is worked on. Counted in rounds, not seconds: equal inputs and equal effort give equal plans.</summary>
public sealed record PlanEffort
{
    public static PlanEffort Cold => new();

    /// <summary>For a plan that starts from the last one's prices and placements.</summary>
    public static PlanEffort Warm => new() { PriceIterations = 30, SearchRounds = 1500 };

    public ulong Seed { get; init; } = 1;

    /// <summary>Iterations on the prices; each raises the lower bound or shortens the step.</summary>
    public int PriceIterations { get; init; } = 120;

    /// <summary>Rounds of ruin and recreate.</summary>
    public int SearchRounds { get; init; } = 3000;

    /// <summary>Share of the approved workloads that may be moved although nothing forces them to.</summary>
    public double ChurnShare { get; init; } = 0.02;

    public int Threads { get; init; } = 4;
}
