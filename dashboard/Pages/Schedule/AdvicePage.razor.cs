using DcOps.Contracts.Scheduling;
using DcOps.Dashboard.Components;
using DcOps.Domain.History;
using DcOps.Domain.Scheduling.Advice;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>What a released plan promised beside what the meters showed.</summary>
public sealed partial class AdvicePage(IServiceProvider services)
{
    const int Shown = 100;

    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    ImmutableArray<AdviceRow>? Rows { get; set; }

    /// <summary>Whether history cannot be asked now.</summary>
    bool IsAway { get; set; }

    PageOf<AdviceRow> Listed => Rows!.Value.Cut(Page, Shown);

    AdviceFigures Promised => Rows!.Value.Aggregate(default(AdviceFigures), (sum, row) => sum + row.Promised);

    AdviceFigures Observed => Rows!.Value.Aggregate(default(AdviceFigures), (sum, row) => sum + (row.Observed ?? default));

    protected override async Task OnInitializedAsync()
    {
        try
        {
            if (services.GetService<IAdviceLedger>() is { } ledger)
                Rows = await ledger.OfAsync(Id, Context?.RequestAborted ?? CancellationToken.None);
        }
        catch (HistoryUnavailableException)
        {
            IsAway = true;
        }
    }

    string Of(double? value, int digits) => value is { } known ? Words.Number(known, digits) : Localization.Wording.NoValue;
}
