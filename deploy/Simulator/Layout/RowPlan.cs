using System.Globalization;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Simulator.Layout;

/// <summary>A row of racks: what one breaker of each feed and one air handler stand for.</summary>
/// <param name="Racks">Numbers of its racks in the running model, ascending.</param>
/// <param name="Provisioned">Sum of what its racks were granted.</param>
public sealed record RowPlan(RoomId Room, char Letter, ImmutableArray<int> Racks, Power Provisioned)
{
    /// <summary>Breakers are used to four fifths for hours.</summary>
    public const double Derating = 0.8;

    const double PhaseVolts = 230;
    const int Phases = 3;

    // Frames as they are sold, A.
    static readonly int[] Frames = [63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1_000, 1_250, 1_600, 2_000, 2_500, 3_200, 4_000];

    /// <summary>As a fault names it: <c>NJ-01/R01/A</c>.</summary>
    public string Path => $"{Room.Value}/{Letter}";

    /// <summary>Its breaker in the room's panels, from 1.</summary>
    public int Breaker => Letter - 'A' + 1;

    public string CrahName => string.Create(CultureInfo.InvariantCulture, $"crah-{Code(Room)}-{char.ToLowerInvariant(Letter)}");

    /// <summary>Rating of its breaker on either feed, A per phase: either carries the whole row within the derating.</summary>
    public double BreakerAmperes => Frames.First(frame => frame * Derating >= Provisioned.Watts / Phases / PhaseVolts || frame == Frames[^1]);

    public static string PanelName(RoomId room, char feed) => $"panel-{Code(room)}-{feed}";

    /// <summary>Rows of a site, room by room.</summary>
    public static ImmutableArray<RowPlan> Of(FacilityPlan facility) =>
    [
        .. facility.Racks.Index().GroupBy(entry => (entry.Item.Id.Room, entry.Item.Row)).Select(row => new RowPlan(
            row.Key.Room, row.Key.Row, [.. row.Select(entry => entry.Index)], new Power(row.Sum(entry => entry.Item.Provisioned.Watts)))),
    ];

    static string Code(RoomId room) => room.RoomCode.ToLowerInvariant();
}
