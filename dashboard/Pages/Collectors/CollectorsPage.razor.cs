using DcOps.Contracts.Collectors;
using DcOps.Dashboard.Live;
using DcOps.Dashboard.Live.Sheets;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Collectors;

/// <summary>Who reads the devices, whether they are heard, what waits at them, and which devices are guilty.</summary>
public sealed partial class CollectorsPage(IProvinceView view, TimeProvider time) : ComponentBase
{
    Sheet? Sheet { get; set; }

    /// <summary>Silent ones first.</summary>
    ImmutableArray<CollectorSnapshot> Collectors { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        var all = await view.CollectorsAsync(CancellationToken.None);
        Collectors = [.. all.OrderBy(collector => collector.State == CollectorState.Live).ThenBy(collector => collector.Name, StringComparer.Ordinal)];
        Sheet = CollectorsSheet.Of(Collectors, time.GetUtcNow(), Words);
    }
}
