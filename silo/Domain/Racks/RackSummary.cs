using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>A rack as one row of a list.</summary>
/// <param name="Power">Null when not live.</param>
/// <param name="InletTemperature">Null when not live.</param>
/// <param name="LastObservedAt">Null when nothing was ever read.</param>
[GenerateSerializer, Immutable, Alias("RackSummary")]
public sealed record RackSummary(
    [property: Id(0)] RackId Rack,
    [property: Id(1)] Freshness Freshness,
    [property: Id(2)] ConditionCode Condition,
    [property: Id(3)] Power? Power,
    [property: Id(4)] Power ProvisionedPower,
    [property: Id(5)] Temperature? InletTemperature,
    [property: Id(6)] DateTimeOffset? LastObservedAt);
