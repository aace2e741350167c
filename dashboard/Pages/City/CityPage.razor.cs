using DcOps.Dashboard.Live.Past;
using DcOps.Dashboard.Live.Sheets;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.City;

/// <summary>A city and its facilities.</summary>
public sealed partial class CityPage(PageView view, Inventory inventory) : ComponentBase
{
    [Parameter]
    public required string Code { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    Inventory Inventory { get; } = inventory;

    /// <summary>Null when there is no such city.</summary>
    Domain.Topology.City? City { get; set; }

    Sheet? Sheet { get; set; }

    ImmutableArray<Domain.Topology.Facility> Facilities { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        if (!CityCode.TryParse(Code, out var code) || !Inventory.TryGet(code, out var city))
        {
            Context.AnswerNotFound();
            return;
        }

        City = city;
        Sheet = view.Of(ProvinceSheet.Of(await view.ProvinceAsync(CancellationToken.None), Inventory, Words));
        Facilities = [.. Inventory.Facilities.Where(facility => facility.City == code)];
    }
}
