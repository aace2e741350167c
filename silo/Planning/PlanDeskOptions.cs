using DcOps.Domain.Scheduling.Release;

namespace DcOps.Planning;

/// <param name="LongestSearch">Time after which the best plan so far is taken.</param>
/// <param name="Tables">What is planned with from the start, by table name; empty where the configuration names none.</param>
public sealed record PlanDeskOptions(ReleasePolicy Policy, TimeSpan LongestSearch, ImmutableSortedDictionary<string, string> Tables)
{
    public static PlanDeskOptions Usual { get; } =
        new(ReleasePolicy.Usual, TimeSpan.FromSeconds(10), ImmutableSortedDictionary<string, string>.Empty);
}
