using DcOps.Contracts.Alarms;
using DcOps.Dashboard.Search;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Search;

/// <summary>Places and standing alarms by what was typed; the question is in the address.</summary>
public sealed partial class SearchPage(IServiceProvider services) : ComponentBase
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [SupplyParameterFromQuery(Name = "q")]
    public string? Question { get; set; }

    [Inject]
    PlaceSearch Places { get; set; } = null!;

    [Inject]
    Domain.Topology.Inventory Inventory { get; set; } = null!;

    FoundPlaces Found { get; set; } = FoundPlaces.None;

    /// <summary>Null where alarms cannot be asked.</summary>
    AlarmPage? Alarms { get; set; }

    string Asked => Question?.Trim() ?? "";

    protected override async Task OnInitializedAsync()
    {
        Found = Places.Find(Question);
        if (Asked.Length == 0 || services.GetService(typeof(IAlarmDesk)) is not IAlarmDesk desk)
            return;
        try
        {
            Alarms = await desk.AlarmsAsync(new(Words: Asked, Most: PlaceSearch.MostOfKind), CancellationToken.None).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            // The page says that alarms were not searched.
            Alarms = null;
        }
    }

    string SiteName(Domain.Topology.FacilityId id) => Inventory.TryGet(id, out var site) ? $"{id} {Words.Name(site.Name)}" : id.Value;
}
