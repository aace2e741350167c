using DcOps.Domain.History;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>
/// Spreads a facility's overhead over its racks by their IT energy. Watt-hours that do not divide go to the greatest remainders, so
/// that racks add up to rooms, and rooms and what no rack accounts for to the facility.
/// </summary>
/// <param name="Base">IT energy that the overhead is spread over; null when nothing is spread.</param>
/// <param name="Unallocated">E_DC that no rack accounts for; null likewise.</param>
/// <param name="Rooms">In the order of the inventory.</param>
/// <param name="Racks">Likewise.</param>
public sealed record PlaceAllocation(
    AllocationBasis Basis, Energy? Base, Energy? Unallocated, ImmutableArray<PlaceEnergy> Rooms, ImmutableArray<PlaceEnergy> Racks)
{
    /// <param name="sums">By rack; racks that are not there are not known.</param>
    /// <param name="figure">What is spread; null when the facility has none.</param>
    /// <param name="minutes">Of the period as far as it is over; above zero.</param>
    public static PlaceAllocation Of(Facility facility, IReadOnlyCollection<RackEnergySum> sums, PueFigure? figure, int minutes)
    {
        var known = sums.ToDictionary(sum => sum.Rack);
        var racks = facility.Rooms.SelectMany(room => room.Racks.Select(rack => (Room: room.Id, Rack: rack.Id, Sum: known.GetValueOrDefault(rack.Id))))
            .ToList();
        var it = racks.Sum(rack => rack.Sum?.Energy.WattHours ?? 0);
        var metered = figure is { Value: not null } ? figure.ItEnergy.WattHours : 0;
        var basis = it <= 0 || metered <= 0 ? AllocationBasis.None : it < metered ? AllocationBasis.MeteredIt : AllocationBasis.SumOfRacks;
        var over = Math.Max(it, metered);
        var overhead = basis == AllocationBasis.None
            ? null
            : Shares([.. racks.Select(rack => rack.Sum?.Energy.WattHours ?? 0), over - it], figure!.FacilityEnergy.WattHours - OverheadBase(basis, it, metered), over);
        ImmutableArray<PlaceEnergy> places =
        [
            .. racks.Select((rack, index) => new PlaceEnergy(
                rack.Room, rack.Rack, rack.Sum?.Energy, overhead is not null && rack.Sum is not null ? new Energy(overhead[index]) : null,
                new(Math.Min(1, (double)(rack.Sum?.MinutesKnown ?? 0) / minutes)), Share(rack.Sum?.Estimated, rack.Sum?.Energy), 1,
                rack.Sum is null ? 0 : 1)),
        ];
        var byRoom = places.ToLookup(place => place.Room);
        var estimated = racks.Where(rack => rack.Sum is not null).GroupBy(rack => rack.Room)
            .ToDictionary(group => group.Key, group => new Energy(group.Sum(rack => rack.Sum!.Estimated.WattHours)));
        return new(
            basis, overhead is null ? null : new Energy(over), overhead is null ? null : new Energy(over - it + overhead[^1]),
            [.. facility.Rooms.Select(room => RoomOf(room.Id, [.. byRoom[room.Id]], estimated.GetValueOrDefault(room.Id)))], places);
    }

    // Racks that account for more than the facility's meters leave less to spread: E_DC stays what it is.
    static long OverheadBase(AllocationBasis basis, long it, long metered) => basis == AllocationBasis.SumOfRacks ? it : metered;

    static PlaceEnergy RoomOf(RoomId room, ImmutableArray<PlaceEnergy> racks, Energy estimated)
    {
        var it = Sum(racks, rack => rack.It);
        return new(
            room, null, it, Sum(racks, rack => rack.Overhead), new(racks.IsEmpty ? 0 : racks.Average(rack => rack.Completeness.Value)),
            Share(estimated, it), racks.Length, racks.Sum(rack => rack.RacksMetered));
    }

    static Energy? Sum(ImmutableArray<PlaceEnergy> racks, Func<PlaceEnergy, Energy?> of) =>
        racks.Any(rack => of(rack) is not null) ? new Energy(racks.Sum(rack => of(rack)?.WattHours ?? 0)) : null;

    static Ratio Share(Energy? part, Energy? whole) => part is { } some && whole is { WattHours: > 0 } all ? some / all : default;

    /// <summary>Whole watt-hours by weight that add up to the total; of equal remainders the earlier place comes first.</summary>
    static long[] Shares(ImmutableArray<long> weights, long total, long sum)
    {
        var exact = weights.Select(weight => (decimal)total * weight / sum).ToArray();
        var whole = exact.Select(each => (long)decimal.Floor(each)).ToArray();
        var left = total - whole.Sum();
        foreach (var index in Enumerable.Range(0, whole.Length).OrderByDescending(index => exact[index] - whole[index]).ThenBy(index => index).Take((int)left))
            whole[index]++;
        return whole;
    }
}
