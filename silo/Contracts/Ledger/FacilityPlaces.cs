using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Contracts.Ledger;

/// <summary>A facility's energy by room and by rack over a period.</summary>
/// <param name="At">As of when, UTC.</param>
/// <param name="Figure">The facility's, at its first declared category: what is allocated. Null when none is declared.</param>
/// <param name="Base">IT energy that the overhead is spread over; null when nothing is spread.</param>
/// <param name="Rooms">In the order of the inventory, rooms without any known rack included.</param>
/// <param name="Racks">Likewise, every rack of the inventory.</param>
/// <param name="Unallocated">
/// What of the facility's energy no rack accounts for: racks without meters and losses on the way to them, with their part of the
/// overhead. Rooms and this add up to the figure's E_DC to the watt-hour. Null when nothing is spread.
/// </param>
public sealed record FacilityPlaces(
    Facility Facility,
    ReportPeriod Period,
    DateTimeOffset At,
    PueFigure? Figure,
    AllocationBasis Basis,
    Energy? Base,
    ImmutableArray<PlaceEnergy> Rooms,
    ImmutableArray<PlaceEnergy> Racks,
    Energy? Unallocated);
