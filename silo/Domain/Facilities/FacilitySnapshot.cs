using DcOps.Domain.Kpis;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>A facility as of one instant: what it tells the province and the page.</summary>
/// <param name="Version">Grows from snapshot to snapshot of a facility, also across restarts.</param>
/// <param name="TotalPower">Power entering the boundary now; null when a required meter is not live.</param>
/// <param name="ItPower">IT power now at the first category that the boundary declares, from the racks when it declares none; null when not live.</param>
/// <param name="CoolingPower">Null when not metered or not live.</param>
/// <param name="PowerRatio">Total over IT at this instant: an operating hint, never a PUE.</param>
/// <param name="PueToday">
/// Since local midnight (Asia/Shanghai), one figure per category that the boundary declares, category 1 first; empty when none is.
/// Category 3 is declared by itself once every rack has a register. A facility's first day begins with its first paired minute.
/// </param>
/// <param name="FacilityEnergyToday">E_DC since local midnight, running, estimates included; null when missing throughout.</param>
/// <param name="ItEnergyToday">E_IT likewise, at the first declared category.</param>
/// <param name="HottestInlet">Null when no inlet is live.</param>
/// <param name="OutdoorTemperature">Null when not measured or not live.</param>
/// <param name="PlantLatest">Newest reading of every plant point, ordered by point text.</param>
[GenerateSerializer, Immutable, Alias("FacilitySnapshot")]
public sealed record FacilitySnapshot(
    [property: Id(0)] FacilityId Facility,
    [property: Id(1)] long Version,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] Power? TotalPower,
    [property: Id(4)] Power? ItPower,
    [property: Id(5)] Power? CoolingPower,
    [property: Id(6)] Ratio? PowerRatio,
    [property: Id(7)] ImmutableArray<PueFigure> PueToday,
    [property: Id(8)] Energy? FacilityEnergyToday,
    [property: Id(9)] Energy? ItEnergyToday,
    [property: Id(10)] int RacksTotal,
    [property: Id(11)] int RacksLive,
    [property: Id(12)] int RacksStale,
    [property: Id(13)] int RacksNeverSeen,
    [property: Id(14)] int RacksInWarning,
    [property: Id(15)] int RacksCritical,
    [property: Id(16)] Temperature? HottestInlet,
    [property: Id(17)] Temperature? OutdoorTemperature,
    [property: Id(18)] ImmutableArray<Reading> PlantLatest)
{
    /// <summary>
    /// Pumps of the coolant loops against E_IT since local midnight, over the intervals in which both are complete; null where the
    /// boundary declares no such pumps.
    /// </summary>
    [Id(19)]
    public CoolantEnergy? CoolantToday { get; init; }
}
