using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>A rack as of one instant.</summary>
/// <param name="At">The instant of the snapshot, UTC.</param>
/// <param name="LastObservedAt">Newest reading of any point; null when nothing was ever read.</param>
/// <param name="Power">Sum of the feeds' live readings; null when no feed is live, or when one of them is not.</param>
/// <param name="InletTemperature">Hottest live inlet; null when none is live.</param>
/// <param name="EnergyToday">Since local midnight (Asia/Shanghai), running; null when missing throughout.</param>
/// <param name="Latest">Newest reading of every point seen, ordered by point text; empty before the first.</param>
[GenerateSerializer, Immutable, Alias("RackSnapshot")]
public sealed record RackSnapshot(
    [property: Id(0)] RackId Rack,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] DateTimeOffset? LastObservedAt,
    [property: Id(3)] Freshness Freshness,
    [property: Id(4)] Power? Power,
    [property: Id(5)] Temperature? InletTemperature,
    [property: Id(6)] Energy? EnergyToday,
    [property: Id(7)] Power ProvisionedPower,
    [property: Id(8)] ConditionCode Condition,
    [property: Id(9)] ImmutableArray<Reading> Latest)
{
    /// <summary>Power over provisioned power; null when the power is.</summary>
    public Ratio? Utilization => Power is { } power && ProvisionedPower > Units.Power.Zero ? power / ProvisionedPower : null;
}
