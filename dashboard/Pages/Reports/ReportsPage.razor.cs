using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components;
using DcOps.Domain.Ledger;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>The library of filed statements, and the closed periods that wait for filing.</summary>
public sealed partial class ReportsPage(IEnergyLedger ledger, TimeProvider time)
{
    const int Shown = 25;

    [SupplyParameterFromQuery]
    public string? Scope { get; set; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromQuery]
    public string? Open { get; set; }

    bool HasFilter => !string.IsNullOrWhiteSpace(Scope) || !string.IsNullOrWhiteSpace(Kind);

    DateTimeOffset At { get; set; }

    PageOf<StatementRow> Filed { get; set; } = new([], 1, 1, 0);

    PageOf<ClosedPeriod> Unfiled { get; set; } = new([], 1, 1, 0);

    protected override Task OnInitializedAsync()
    {
        At = time.GetUtcNow();
        return AskAsync(async aborted =>
        {
            var shelf = StatementShelf.Of(ledger, Scope, Kind);
            var filed = (await shelf.FiledAsync(aborted)).Cut(Page, Shown);
            Filed = new(await shelf.WithFiguresAsync(filed.Items, aborted), filed.Number, filed.Pages, filed.Total);
            Unfiled = (await shelf.UnfiledAsync(At, aborted)).Cut(Open, Shown);
        });
    }
}
