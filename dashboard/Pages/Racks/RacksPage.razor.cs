using DcOps.Dashboard.Live.Map;
using DcOps.Domain.Racks;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Racks;

/// <summary>Every rack of the province on one page, and beside it the worst of them as a table.</summary>
public sealed partial class RacksPage(TimeProvider time) : ComponentBase
{
    const int MostListed = 100;

    sealed record ListedRack(Domain.Topology.Facility Facility, Domain.Topology.Rack Rack, byte Cell);

    [Inject]
    RackMapLayout Map { get; set; } = null!;

    [Inject]
    RackMapFeed Feed { get; set; } = null!;

    DateTimeOffset At { get; set; }

    int Racks { get; set; }

    /// <summary>Racks by state.</summary>
    ImmutableSortedDictionary<RackCellState, int> Counts { get; set; } = ImmutableSortedDictionary<RackCellState, int>.Empty;

    /// <summary>Worst first, loaded most first; those that are normal are left out.</summary>
    ImmutableArray<ListedRack> Listed { get; set; } = [];

    int Abnormal => Counts.Where(entry => entry.Key != RackCellState.Normal).Sum(entry => entry.Value);

    protected override async Task OnInitializedAsync()
    {
        var cells = await Feed.ReadAsync(CancellationToken.None);
        (At, Racks) = (time.GetUtcNow(), Map.Racks);
        Counts = Enum.GetValues<RackCellState>().ToImmutableSortedDictionary(state => state, state => cells.Count(cell => RackCell.StateOf(cell) == state));
        Listed =
        [
            .. Enumerable.Range(0, cells.Length).Where(number => RackCell.StateOf(cells[number]) != RackCellState.Normal)
                .OrderBy(number => Rank(cells[number])).ThenByDescending(number => RackCell.LoadOf(cells[number])?.Value ?? -1)
                .ThenBy(number => number).Take(MostListed)
                .Select(number => Map.Find(number) is var (facility, rack) ? new ListedRack(facility, rack, cells[number]) : null)
                .OfType<ListedRack>(),
        ];
    }

    // A rack that says nothing is worse than one that asks for no haste.
    static int Rank(byte cell) => RackCell.StateOf(cell) switch
    {
        RackCellState.Critical => 0,
        RackCellState.Major => 1,
        RackCellState.NoData => 2,
        RackCellState.Minor => 3,
        RackCellState.Advisory => 4,
        _ => 5,
    };

    string StateText(RackCellState state) => Words[$"RackMap.State.{state}"];
}
