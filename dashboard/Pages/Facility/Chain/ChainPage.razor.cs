using System.Globalization;
using DcOps.Contracts.Alarms;
using DcOps.Dashboard.Live;
using DcOps.Domain.Alarms;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Facility.Chain;

/// <summary>What feeds and cools a data centre, each piece with its load, its alarms and the racks that hang on it.</summary>
public sealed partial class ChainPage(IProvinceView view, Inventory inventory, DependencyGraph chain, IServiceProvider services, TimeProvider time) : ComponentBase
{
    const int BoxWidth = 168;
    const int BoxHeight = 38;
    const int ColumnStep = 216;
    const int RowStep = 48;
    const int MostAlarms = 2_000;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Parameter]
    public required string Id { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>Null when there is no such facility.</summary>
    Domain.Topology.Facility? Facility { get; set; }

    Domain.Topology.City? City { get; set; }

    ChainPicture Picture { get; set; } = new([]);

    /// <summary>Whether the alarms could be asked.</summary>
    bool KnowsAlarms { get; set; }

    int Width => Math.Max(1, Picture.Columns * ColumnStep);

    int Height => Picture.Boxes.IsEmpty ? 1 : Picture.Boxes.GroupBy(box => box.Column).Max(column => column.Count()) * RowStep;

    ImmutableArray<(ChainBox Box, int X, int Y)> Places { get; set; } = [];

    /// <summary>Begin, end and kind of each line.</summary>
    IEnumerable<(string Begin, string End, Dependency Kind)> Lines
    {
        get
        {
            var at = Places.ToDictionary(place => place.Box.Node.Id, StringComparer.Ordinal);
            foreach (var (box, x, y) in Places)
            {
                foreach (var (id, kind) in box.Needs)
                {
                    var (_, fromX, fromY) = at[id];
                    yield return (
                        string.Create(CultureInfo.InvariantCulture, $"M{fromX + BoxWidth} {fromY + (BoxHeight / 2)}"),
                        string.Create(CultureInfo.InvariantCulture, $"L{x} {y + (BoxHeight / 2)}"), kind);
                }
            }
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (!FacilityId.TryParse(Id, out var id) || !inventory.TryGet(id, out var facility))
        {
            Context.AnswerNotFound();
            return;
        }

        Facility = facility;
        City = inventory.TryGet(facility.City, out var city) ? city : null;
        var snapshot = await view.FacilityAsync(id, CancellationToken.None);
        Picture = ChainPicture.Of(chain, id, snapshot?.PlantLatest ?? [], await AlarmsAsync(id));
        Places = [.. Picture.Boxes.GroupBy(box => box.Column).SelectMany(column => column.Select((box, row) => (box, column.Key * ColumnStep, row * RowStep)))];
    }

    async Task<IEnumerable<Alarm>> AlarmsAsync(FacilityId facility)
    {
        if (services.GetService(typeof(IAlarmDesk)) is not IAlarmDesk desk)
            return [];

        try
        {
            var page = await desk.AlarmsAsync(new(Where: facility.Value, Most: MostAlarms), CancellationToken.None).WaitAsync(Patience, time);
            KnowsAlarms = true;
            return page.Rows.Select(row => row.Alarm);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The equipment itself is worth showing; the page says that its alarms are not known.
            DashboardMetrics.CountsLeftOut.Inc();
            return [];
        }
    }
}
