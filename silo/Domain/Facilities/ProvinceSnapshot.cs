using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>The province as of one instant. Totals are sums over the facilities that reported and are live; the counts say how many those are.</summary>
/// <param name="TotalPower">Null when no facility's is live.</param>
/// <param name="ItPower">Null when no facility's is live.</param>
/// <param name="PueToday">Ratio of sums over all facilities, at the first category that all reporting ones declare; null when there is none.</param>
/// <param name="Facilities">The newest snapshot of every facility that ever reported, in the order of the inventory.</param>
[GenerateSerializer, Immutable, Alias("ProvinceSnapshot")]
public sealed record ProvinceSnapshot(
    [property: Id(0)] ProvinceId Province,
    [property: Id(1)] long Version,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] Power? TotalPower,
    [property: Id(4)] Power? ItPower,
    [property: Id(5)] PueFigure? PueToday,
    [property: Id(6)] int FacilitiesTotal,
    [property: Id(7)] int FacilitiesLive,
    [property: Id(8)] int RacksTotal,
    [property: Id(9)] int RacksLive,
    [property: Id(10)] ImmutableArray<FacilitySnapshot> Facilities);
