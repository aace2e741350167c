using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components;
using DcOps.Domain.Statements;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Corrections;

/// <summary>Everything that was ever asked to be changed, with where it stands: those that wait for an answer first.</summary>
public sealed partial class CorrectionsPage(IEnergyLedger ledger, TimeProvider time)
{
    const int Shown = 40;

    [SupplyParameterFromQuery]
    public string? Facility { get; set; }

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    bool HasFilter => !string.IsNullOrWhiteSpace(Facility) || !string.IsNullOrWhiteSpace(State);

    DateTimeOffset At { get; set; }

    PageOf<Correction> Listed { get; set; } = new([], 1, 1, 0);

    protected override Task OnInitializedAsync()
    {
        At = time.GetUtcNow();
        return AskAsync(async aborted =>
        {
            var all = await CorrectionQuery.Of(Facility, State).ReadAsync(ledger, aborted);
            Listed = all.Cut(Page, Shown);
        });
    }
}
