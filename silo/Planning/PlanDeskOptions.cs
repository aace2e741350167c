using DcOps.Domain.Scheduling.Release;

namespace DcOps.Planning;

/// <param name="LongestSearch">Time after which the best plan so far is taken.</param>
/// <param name="Tables">What is planned with from the start, by table name; empty where the configuration names none.</param>
public sealed record PlanDeskOptions(ReleasePolicy Policy, TimeSpan LongestSearch, ImmutableSortedDictionary<string, string> Tables)
{
    /// <summary>How often a plan is made without being asked for; null for never.</summary>
    public TimeSpan? ReplanEvery { get; init; }

    /// <summary>Whether the tables' jobs come again each day.</summary>
    public bool JobsAreDaily { get; init; }

    /// <summary>Plans that never were released are forgotten when so many newer ones are there.</summary>
    public int PlansKept { get; init; } = 200;

    public static PlanDeskOptions Usual { get; } =
        new(ReleasePolicy.Usual, TimeSpan.FromSeconds(10), ImmutableSortedDictionary<string, string>.Empty);
}
