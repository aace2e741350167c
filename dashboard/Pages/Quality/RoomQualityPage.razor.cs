using DcOps.Domain.Quality;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Quality;

/// <summary>The racks of a room on one day: what came of what was due, as history has it.</summary>
public sealed partial class RoomQualityPage(Inventory inventory) : ComponentBase
{
    const double Worth = 90;
    const double Least = 99;

    [Parameter]
    public required string FacilityCode { get; set; }

    [Parameter]
    public required string RoomCode { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    public string? Asked { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    [Inject]
    RoomQualityView View { get; set; } = null!;

    Domain.Topology.Facility? Facility { get; set; }

    Domain.Topology.Room? Shown { get; set; }

    /// <summary>Null when what was asked for is no day.</summary>
    BusinessPeriod? Day { get; set; }

    /// <summary>Null when history cannot be read.</summary>
    ImmutableArray<RackQuality>? Racks { get; set; }

    string DayText => Day is { } day ? Components.Export.CsvExport.Of(BusinessCalendar.Shanghai.LocalDate(day.From)) : "";

    protected override async Task OnInitializedAsync()
    {
        Facility = FacilityId.TryParse(FacilityCode, out var id) && inventory.TryGet(id, out var facility) ? facility : null;
        Shown = RoomId.TryParse($"{FacilityCode}/{RoomCode}", out var roomId) && inventory.TryGet(roomId, out var room) ? room : null;
        Day = View.DayOf(Asked);
        if (Shown is null || Day is not { } day)
        {
            Context.AnswerNotFound();
            return;
        }

        Racks = await View.OfAsync(Shown, day, Context?.RequestAborted ?? CancellationToken.None);
    }

    static string StateOf(Ratio? share) => share?.Percent switch
    {
        null => "",
        < Worth => "value critical",
        < Least => "value warning",
        _ => "",
    };
}
