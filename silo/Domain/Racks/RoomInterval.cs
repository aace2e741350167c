using DcOps.Domain.Ledger;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>IT-input energy of a room's racks over one 15-minute interval.</summary>
/// <param name="From">Start, UTC, on a quarter-hour.</param>
/// <param name="Energy">Sum over the racks that are known; null when none is.</param>
/// <param name="Estimated">The estimated part of it.</param>
/// <param name="RacksKnown">Racks with energy for the interval.</param>
[GenerateSerializer, Immutable, Alias("RoomInterval")]
public sealed record RoomInterval(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] Energy? Energy,
    [property: Id(2)] Energy Estimated,
    [property: Id(3)] IntervalQuality Quality,
    [property: Id(4)] int RacksKnown,
    [property: Id(5)] int RacksExpected);
