using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>One rack over one minute: what history keeps of it.</summary>
/// <param name="Minute">Start of the minute, UTC.</param>
/// <param name="Power">Sum of the rack's feeds, W; null when no instant of the minute had all feeds read.</param>
/// <param name="InletTemperature">Hottest inlet, °C; null when none was read.</param>
/// <param name="Energy">Energy of the minute over all feeds; null when missing. Minutes of a span add up to it exactly.</param>
[GenerateSerializer, Immutable, Alias("RackMinute")]
public sealed record RackMinute(
    [property: Id(0)] RackId Rack,
    [property: Id(1)] DateTimeOffset Minute,
    [property: Id(2)] MinuteRollup? Power,
    [property: Id(3)] MinuteRollup? InletTemperature,
    [property: Id(4)] Energy? Energy,
    [property: Id(5)] IntervalQuality Quality);
