using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components;
using DcOps.Domain.Green;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.LowEfficiency;

/// <summary>The register of old, small and scattered sites, with what mending each would save and where its plan stands.</summary>
public sealed partial class LowEfficiencyPage(IEnergyLedger ledger)
{
    const int Shown = 25;

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    LowEfficiencyList? List { get; set; }

    PageOf<LowEfficiencySite> Listed { get; set; } = new([], 1, 1, 0);

    /// <summary>Plans of sites that are not listed any more.</summary>
    ImmutableArray<ConsolidationPlan> Others { get; set; } = [];

    DateOnly Today => BusinessCalendar.Shanghai.LocalDate(List!.At);

    Energy Saving => new(List!.Sites.Sum(site => site.Saving?.WattHours ?? 0));

    protected override Task OnInitializedAsync() => AskAsync(async aborted =>
    {
        List = await ledger.LowEfficiencyAsync(aborted);
        Listed = List.Sites.Cut(Page, Shown);
        var listed = List.Sites.Select(site => site.Survey.Facility).ToHashSet();
        Others = [.. List.Plans.Where(plan => !listed.Contains(plan.Facility))];
    });
}
