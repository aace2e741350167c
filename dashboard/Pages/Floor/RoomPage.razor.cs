using DcOps.Dashboard.Live.Past;
using DcOps.Dashboard.Live.Sheets;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Floor;

/// <summary>A room: its racks as they stand, each with one number, and the worst of them as a table.</summary>
public sealed partial class RoomPage(PageView view, Inventory inventory, InletBands bands) : ComponentBase
{
    const int RacksShown = 20;

    [Parameter]
    public required string FacilityCode { get; set; }

    [Parameter]
    public required string RoomCode { get; set; }

    /// <summary>Name of a <see cref="FloorMetric"/>; anything else is the first.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    public string? Show { get; set; }

    /// <summary>Every rack in the table instead of the worst ones.</summary>
    [SupplyParameterFromQuery(Name = "all")]
    public string? All { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    FloorMetric Metric => Enum.TryParse<FloorMetric>(Show, ignoreCase: true, out var metric) && Enum.IsDefined(metric) ? metric : FloorMetric.Inlet;

    /// <summary>Null where no rule of inlets is in force.</summary>
    InletTemperatureRule? Limits => bands.Rule;

    /// <summary>Null when there is no such facility.</summary>
    Domain.Topology.Facility? Facility { get; set; }

    Domain.Topology.City? City { get; set; }

    /// <summary>Null when there is no such room.</summary>
    Domain.Topology.Room? Shown { get; set; }

    Sheet? Sheet { get; set; }

    ImmutableArray<RackSummary> Worst { get; set; } = [];

    string AllAddress => Metric == FloorMetric.Inlet ? "?all=1" : $"?show={Metric}&all=1";

    protected override async Task OnInitializedAsync()
    {
        if (FacilityId.TryParse(FacilityCode, out var facilityId) && inventory.TryGet(facilityId, out var facility))
        {
            Facility = facility;
            City = inventory.TryGet(facility.City, out var city) ? city : null;
        }

        if (!RoomId.TryParse($"{FacilityCode}/{RoomCode}", out var id) || !inventory.TryGet(id, out var room))
        {
            Context.AnswerNotFound();
            return;
        }

        var racks = await view.RoomAsync(id, CancellationToken.None);
        Shown = room;
        Sheet = RoomSheet.Of(racks, Metric, bands, Words, view.Now);
        Worst = RackOrder.WorstFirst(racks);
        if (All is null)
            Worst = [.. Worst.Take(RacksShown)];
    }
}
