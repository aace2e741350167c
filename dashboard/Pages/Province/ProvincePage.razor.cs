using DcOps.Dashboard.Live.Past;
using DcOps.Dashboard.Live.Sheets;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Province;

/// <summary>The whole province on one page.</summary>
public sealed partial class ProvincePage(PageView view, Inventory inventory) : ComponentBase
{
    Inventory Inventory { get; } = inventory;

    /// <summary>Null when the province could not be asked.</summary>
    Sheet? Sheet { get; set; }

    ImmutableArray<CityTotals> Totals { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        var province = await view.ProvinceAsync(CancellationToken.None);
        Sheet = view.Of(ProvinceSheet.Of(province, Inventory, Words));
        Totals = CityTotals.Of(Inventory, province.Facilities.ToDictionary(facility => facility.Facility));
    }
}
