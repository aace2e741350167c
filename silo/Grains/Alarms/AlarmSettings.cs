using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.PowerChain;

namespace DcOps.Grains.Alarms;

/// <summary>What the configuration says of the alarms.</summary>
/// <param name="Chain">What needs what; empty where no chain is declared.</param>
/// <param name="Windows">Maintenance windows that stand in files.</param>
/// <param name="Groups">Locations of each named group.</param>
public sealed record AlarmSettings(
    AlarmRuleBook Rules,
    DependencyGraph Chain,
    ImmutableArray<MaintenanceWindow> Windows,
    ImmutableDictionary<string, AlarmScope> Groups)
{
    public static AlarmSettings Shipped { get; } =
        new(AlarmRuleBook.Shipped, DependencyGraph.Empty, [], ImmutableDictionary<string, AlarmScope>.Empty);

    /// <summary>What the design suppresses.</summary>
    public ImmutableArray<DesignRule> Suppressions { get; init; } = DesignRules.Shipped;

    public AlarmPolicy Policy { get; init; } = AlarmPolicy.Usual;

    public GroupingPolicy Grouping { get; init; } = GroupingPolicy.Usual;
}
