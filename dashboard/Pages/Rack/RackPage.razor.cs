using DcOps.Dashboard.Components.Trends;
using DcOps.Dashboard.Live.Past;
using DcOps.Dashboard.Live.Sheets;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Rack;

/// <summary>A rack: every value with its age and quality, and the last 24 hours.</summary>
public sealed partial class RackPage(PageView view, Inventory inventory) : ComponentBase
{
    [Parameter]
    public required string FacilityCode { get; set; }

    [Parameter]
    public required string RoomCode { get; set; }

    [Parameter]
    public required string RackCode { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    Domain.Topology.Facility? Facility { get; set; }

    Domain.Topology.City? City { get; set; }

    /// <summary>Null when there is no such rack.</summary>
    RackSnapshot? Snapshot { get; set; }

    Sheet? Sheet { get; set; }

    /// <summary>Null when history could not be read.</summary>
    Trend? Power { get; set; }

    /// <summary>Null when history could not be read.</summary>
    Trend? Inlet { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (FacilityId.TryParse(FacilityCode, out var facilityId) && inventory.TryGet(facilityId, out var facility))
        {
            Facility = facility;
            City = inventory.TryGet(facility.City, out var city) ? city : null;
        }

        if (RackId.TryParse($"{FacilityCode}/{RoomCode}/{RackCode}", out var id))
            Snapshot = await view.RackAsync(id, CancellationToken.None);
        if (Snapshot is null)
        {
            Context.AnswerNotFound();
            return;
        }

        Sheet = RackSheet.Of(Snapshot, Words);
        var (from, to) = PageTrends.LastDay(view.Now);
        if (await view.RackMinutesAsync(id, from, to, CancellationToken.None) is { } minutes)
        {
            Power = PageTrends.RackPower(minutes, from, to, Words);
            Inlet = PageTrends.RackInlet(minutes, from, to, Words);
        }
    }
}
