using DcOps.Contracts.Alarms;
using DcOps.Dashboard.Live;
using DcOps.Dashboard.Live.Sheets;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Kiosk;

/// <summary>The province on a wall: figures that move, one picture after the other, incidents by impact. No names of persons.</summary>
public sealed partial class KioskPage(IProvinceView view, Inventory inventory, IServiceProvider services, TimeProvider time) : ComponentBase
{
    const int IncidentsBesidePicture = 5;
    const int IncidentsAlone = 16;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Name of a <see cref="KioskView"/>; anything else is the first.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    Inventory Inventory { get; } = inventory;

    KioskView Shown => Enum.TryParse<KioskView>(View, ignoreCase: true, out var shown) && Enum.IsDefined(shown) ? shown : KioskView.Map;

    /// <summary>A critical incident that waits for somebody keeps the wall at the incidents.</summary>
    string Next => Headline?.Critical > 0 ? AddressOf(KioskView.Incidents) : AddressOf((KioskView)(((int)Shown + 1) % Enum.GetValues<KioskView>().Length));

    DateTimeOffset At { get; set; }

    /// <summary>Null until the province has answered.</summary>
    Sheet? Sheet { get; set; }

    ImmutableArray<CityTotals> Totals { get; set; } = [];

    /// <summary>Null where the alarms could not be asked.</summary>
    AlarmHeadline? Headline { get; set; }

    ImmutableArray<InboxRow> Incidents { get; set; } = [];

    string States => string.Join('|', Enum.GetValues<RackCellState>().Select(state => Words[$"RackMap.State.{state}"]));

    protected override async Task OnInitializedAsync()
    {
        At = time.GetUtcNow();
        var province = await view.ProvinceAsync(CancellationToken.None);
        Sheet = ProvinceSheet.Of(province, Inventory, Words);
        Totals = CityTotals.Of(Inventory, province.Facilities.ToDictionary(facility => facility.Facility));
        if (services.GetService(typeof(IAlarmDesk)) is IAlarmDesk desk)
            await ReadAlarmsAsync(desk);
    }

    async Task ReadAlarmsAsync(IAlarmDesk desk)
    {
        try
        {
            var most = Shown == KioskView.Incidents ? IncidentsAlone : IncidentsBesidePicture;
            var page = await desk.InboxAsync(new(Most: most, IsFolded: true), CancellationToken.None).WaitAsync(Patience, time);
            (Headline, Incidents) = (page.Headline, page.Rows);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The wall goes on with its figures, and says that the alarms are not known.
            DashboardMetrics.CountsLeftOut.Inc();
        }
    }

    static string AddressOf(KioskView shown) => $"/kiosk?view={shown}";
}
