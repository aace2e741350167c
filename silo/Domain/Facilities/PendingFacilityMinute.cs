using DcOps.Domain.Racks;

namespace DcOps.Domain.Facilities;

/// <summary>A facility's minute that may still change.</summary>
/// <param name="RacksLive">As last reported in the minute.</param>
/// <param name="IsTold">Whether its row was handed on since it changed.</param>
[GenerateSerializer, Immutable, Alias("PendingFacilityMinute")]
public readonly record struct PendingFacilityMinute(
    [property: Id(0)] DateTimeOffset Minute,
    [property: Id(1)] MinuteRollup? TotalPower,
    [property: Id(2)] MinuteRollup? ItPower,
    [property: Id(3)] MinuteRollup? CoolingPower,
    [property: Id(4)] MinuteRollup? OutdoorTemperature,
    [property: Id(5)] int RacksLive,
    [property: Id(6)] bool IsTold)
{
    internal MinuteRollup? this[FacilitySeries series] => series switch
    {
        FacilitySeries.TotalPower => TotalPower,
        FacilitySeries.ItPower => ItPower,
        FacilitySeries.CoolingPower => CoolingPower,
        _ => OutdoorTemperature,
    };

    internal PendingFacilityMinute With(FacilitySeries series, MinuteRollup rollup) => series switch
    {
        FacilitySeries.TotalPower => this with { TotalPower = rollup },
        FacilitySeries.ItPower => this with { ItPower = rollup },
        FacilitySeries.CoolingPower => this with { CoolingPower = rollup },
        _ => this with { OutdoorTemperature = rollup },
    };
}
