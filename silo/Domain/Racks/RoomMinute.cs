using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>IT-input energy of a room's racks over one minute: what the open 15-minute interval is paired by.</summary>
/// <param name="Minute">Start, UTC.</param>
/// <param name="Energy">Sum over the racks known.</param>
/// <param name="Estimated">The estimated part of it.</param>
/// <param name="RacksKnown">Racks in the sum; only when all are may a ratio use the minute.</param>
[GenerateSerializer, Immutable, Alias("RoomMinute")]
public readonly record struct RoomMinute(
    [property: Id(0)] DateTimeOffset Minute,
    [property: Id(1)] Energy Energy,
    [property: Id(2)] Energy Estimated,
    [property: Id(3)] int RacksKnown,
    [property: Id(4)] int RacksExpected);
