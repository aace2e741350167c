using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components;
using DcOps.Domain.Green;
using DcOps.Domain.Ledger;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.LowEfficiency;

/// <summary>Carbon of each facility by both methods, each with the year of its factor; water and renewable share beside it.</summary>
public sealed partial class CarbonPage(IEnergyLedger ledger, TimeProvider time)
{
    const int Shown = 40;

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    DateTimeOffset At { get; set; }

    ReportPeriod Asked { get; set; }

    ImmutableArray<GreenRow> All { get; set; } = [];

    CarbonTotal Total => CarbonTotal.Of(All);

    PageOf<GreenRow> Listed { get; set; } = new([], 1, 1, 0);

    protected override Task OnInitializedAsync()
    {
        At = time.GetUtcNow();
        Asked = PeriodOf(Period, At);
        return AskAsync(async aborted =>
        {
            All = await ledger.GreenAsync(Asked, aborted);
            Listed = All.Cut(Page, Shown);
        });
    }

    /// <summary>What was asked for; the trailing year where that cannot be read.</summary>
    internal static ReportPeriod PeriodOf(string? text, DateTimeOffset now) =>
        ReportPeriod.TryParse(text, now, out var asked) ? asked : ReportPeriod.TrailingYear(now, ClosePolicy.Default);
}
