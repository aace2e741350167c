using DcOps.Dashboard.Components.Trends;
using DcOps.Dashboard.Live.Past;
using DcOps.Dashboard.Live.Sheets;
using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Facility;

/// <summary>A data centre: power now, PUE of the day with its evidence, racks worst first.</summary>
public sealed partial class FacilityPage(PageView view, Inventory inventory) : ComponentBase
{
    const int RacksShown = 50;

    [Parameter]
    public required string Id { get; set; }

    /// <summary>Every rack instead of the worst ones.</summary>
    [SupplyParameterFromQuery(Name = "all")]
    public string? All { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    Inventory Inventory { get; } = inventory;

    /// <summary>Null when there is no such facility.</summary>
    Domain.Topology.Facility? Facility { get; set; }

    Domain.Topology.City? City { get; set; }

    FacilitySnapshot? Snapshot { get; set; }

    Sheet? Sheet { get; set; }

    ImmutableArray<RackSummary> Racks { get; set; } = [];

    ImmutableArray<RackSummary> Shown { get; set; } = [];

    /// <summary>Null when history could not be read.</summary>
    Trend? Trend { get; set; }

    ImmutableArray<(FacilityPeriod Period, PueCategory Category)> Hours { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        if (!FacilityId.TryParse(Id, out var id) || !Inventory.TryGet(id, out var facility))
        {
            Context.AnswerNotFound();
            return;
        }

        Facility = facility;
        City = Inventory.TryGet(facility.City, out var city) ? city : null;
        Racks = RackOrder.WorstFirst(await view.RacksAsync(id, CancellationToken.None));
        Snapshot = await view.FacilityAsync(id, Racks, CancellationToken.None);
        Shown = All is null ? [.. Racks.Take(RacksShown)] : Racks;
        Sheet = Snapshot is null ? null : FacilitySheet.Of(Snapshot, Racks, Words);
        await ReadHistoryAsync(facility);
    }

    async Task ReadHistoryAsync(Domain.Topology.Facility facility)
    {
        var (from, to) = PageTrends.LastDay(view.Now);
        if (await view.FacilityMinutesAsync(facility.Id, from, to, CancellationToken.None) is { } minutes)
            Trend = PageTrends.FacilityPower(minutes, from, to, Words);
        if (await view.IntervalsAsync(facility.Id, from, to, CancellationToken.None) is { } intervals)
            Hours = ByHour(intervals, facility);
    }

    static ImmutableArray<(FacilityPeriod Period, PueCategory Category)> ByHour(
        ImmutableArray<FacilityInterval> intervals, Domain.Topology.Facility facility)
    {
        var declared = facility.Meters.Select(meter => meter.Role).Distinct().ToList();
        return
        [
            .. intervals.GroupBy(row => new DateTimeOffset(row.From.Year, row.From.Month, row.From.Day, row.From.Hour, 0, 0, TimeSpan.Zero))
                .OrderByDescending(hour => hour.Key)
                .Select(hour => FacilityPeriod.Of(hour, hour.Key, hour.Key.AddHours(1), declared))
                .SelectMany(period => period.Categories.Select(category => (period, category))),
        ];
    }
}
