using DcOps.Domain.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Facilities;

/// <summary>One facility over one minute: what history keeps of it.</summary>
/// <param name="TotalPower">Power entering the boundary, W; null when a required meter was not read.</param>
/// <param name="ItPower">IT power at the first category that the boundary declares, from the racks when it declares none, W; null when not read.</param>
/// <param name="CoolingPower">W; null when not metered or not read.</param>
/// <param name="OutdoorTemperature">°C; null when not measured.</param>
[GenerateSerializer, Immutable, Alias("FacilityMinute")]
public sealed record FacilityMinute(
    [property: Id(0)] FacilityId Facility,
    [property: Id(1)] DateTimeOffset Minute,
    [property: Id(2)] MinuteRollup? TotalPower,
    [property: Id(3)] MinuteRollup? ItPower,
    [property: Id(4)] MinuteRollup? CoolingPower,
    [property: Id(5)] double? OutdoorTemperature,
    [property: Id(6)] int RacksLive);
