using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>Freezes a closed period as a statement: first what will be frozen is shown, then a person files it under their name.</summary>
public sealed partial class FilingPage(IEnergyLedger ledger, TimeProvider time, NavigationManager navigation)
{
    [SupplyParameterFromQuery]
    public string? Scope { get; set; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    [SupplyParameterFromForm(FormName = "file")]
    FilingForm? Form { get; set; }

    string? Refusal { get; set; }

    ClosedPeriod? Closed { get; set; }

    (PeriodKind Kind, BusinessPeriod Period)? Wanted { get; set; }

    bool IsProvince => Scope == Inventory.Province.Value;

    protected override Task OnInitializedAsync() =>
        string.IsNullOrWhiteSpace(Scope) ? Task.CompletedTask : AskAsync(LookAsync);

    async Task LookAsync(CancellationToken aborted)
    {
        if (!ReportPeriod.TryParse(Period, time.GetUtcNow(), out var period) || period.Kind is not { } kind || kind.Kebab() != Kind)
        {
            Refusal = Words["Filing.BadPeriod"];
            return;
        }

        if (IsProvince)
        {
            Wanted = (kind, period.Period);
            return;
        }

        if (!FacilityId.TryParse(Scope, out var facility) || !Inventory.TryGet(facility, out _))
        {
            Refusal = Words["Filing.NoFacility", Scope!];
            return;
        }

        Wanted = (kind, period.Period);
        Closed = (await ledger.ClosedAsync(facility, kind, period.Period, aborted)).FirstOrDefault(each => each.Period == period.Period);
        Refusal = Closed is null ? Words["Filing.NotClosed", Words.Period(kind, period.Period)] : null;
    }

    Task FileAsync() => AskAsync(async aborted =>
    {
        if (Wanted is not { } wanted)
            return;
        if (string.IsNullOrWhiteSpace(Form?.Author))
        {
            Refusal = Words["Form.NameMissing"];
            return;
        }

        var answer = IsProvince
            ? await ledger.FileProvinceAsync(wanted.Kind, wanted.Period, Form.Author.Trim(), aborted)
            : await ledger.FileAsync(FacilityId.Parse(Scope!), wanted.Kind, wanted.Period, Form.Author.Trim(), aborted);
        if (answer is FilingAnswer.Filed filed)
            navigation.NavigateTo($"/reports/{filed.Statement.Id}");
        else if (answer is FilingAnswer.Refused refused)
            Refusal = Words.Reason(refused.Reason);
    });
}
