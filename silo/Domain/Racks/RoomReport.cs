using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>
/// What a room tells its facility. Reports replace each other: the newest version stands, an older one changes nothing,
/// so a repeated or late report counts nothing twice.
/// </summary>
/// <param name="Version">Grows from report to report of a room, also across restarts.</param>
/// <param name="ItPower">Sum of the live racks' power; null when no rack is live.</param>
/// <param name="RacksLive">Racks in that sum.</param>
/// <param name="HottestInlet">Null when no inlet is live.</param>
/// <param name="Intervals">
/// IT-input energy of the room's racks by 15-minute interval: the last closed ones (24 h) and the open one, oldest first.
/// Closed intervals may be restated by a later report; one older than 24 h is in the reports of the hour after it changed.
/// </param>
/// <param name="Minutes">The last minutes, oldest first; default when none is known.</param>
/// <param name="RacksMetered">Racks that have a register or at least a power reading.</param>
[GenerateSerializer, Immutable, Alias("RoomReport")]
public sealed record RoomReport(
    [property: Id(0)] RoomId Room,
    [property: Id(1)] long Version,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] Power? ItPower,
    [property: Id(4)] int RacksLive,
    [property: Id(5)] int RacksStale,
    [property: Id(6)] int RacksNeverSeen,
    [property: Id(7)] int RacksInWarning,
    [property: Id(8)] int RacksCritical,
    [property: Id(9)] Temperature? HottestInlet,
    [property: Id(10)] ImmutableArray<RoomInterval> Intervals,
    [property: Id(11)] ImmutableArray<RoomMinute> Minutes = default,
    [property: Id(12)] int RacksMetered = 0);
