using System.Globalization;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Rooms;

/// <summary>A facility's energy by room and by rack: what racks took, and what of the rest is allocated to them.</summary>
public sealed partial class RoomsPage(IEnergyLedger ledger, Inventory inventory, TimeProvider time)
{
    const int ShownRacks = 60;

    [Parameter]
    public required string Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "room")]
    public string? RoomCode { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    /// <summary>Null when there is no such facility.</summary>
    Domain.Topology.Facility? Facility { get; set; }

    Domain.Topology.City? City { get; set; }

    /// <summary>Null when what was asked for is no period.</summary>
    ReportPeriod? Reported { get; set; }

    /// <summary>The room whose racks are shown; null for all rooms.</summary>
    Room? Room { get; set; }

    FacilityPlaces? Places { get; set; }

    PageOf<PlaceEnergy> Racks { get; set; } = new([], 1, 1, 0);

    PlaceSum Sum => PlaceSum.Of(Places?.Rooms ?? []);

    bool DeclaresCategory3 => Facility!.Meters.Any(meter => meter.Role == PueCategory.Category3.ItRole());

    /// <summary>E_DC over what the racks took; null unless racks and facility are both known.</summary>
    Ratio? AtRacks => Places?.Figure is { Value: not null } figure && Sum is { It: { WattHours: > 0 } it, RacksMetered: var known, Racks: var all } && known == all
        ? figure.FacilityEnergy / it
        : null;

    protected override async Task OnInitializedAsync()
    {
        Reported = RoomsAddress.PeriodOf(Period, time.GetUtcNow());
        Facility = FacilityId.TryParse(Id, out var id) && inventory.TryGet(id, out var known) ? known : null;
        if (Facility is null || Reported is not { } reported)
        {
            Context.AnswerNotFound();
            return;
        }

        City = inventory.TryGet(Facility.City, out var city) ? city : null;
        Room = Facility.Rooms.FirstOrDefault(room => room.Id.RoomCode == RoomCode);
        await AskAsync(async aborted =>
        {
            Places = await ledger.PlacesAsync(id, reported, aborted);
            Racks = (Places?.Racks.Where(rack => rack.Room == Room?.Id).ToList() ?? []).Cut(Page, ShownRacks);
        });
    }

    static string? Raw(Energy? energy) => energy?.WattHours.ToString(CultureInfo.InvariantCulture);
}
