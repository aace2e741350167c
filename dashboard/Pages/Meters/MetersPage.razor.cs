using DcOps.Contracts.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Meters;

/// <summary>The meter registry: taken away as a table, compared with another, and replaced by it with a name and a reason.</summary>
public sealed partial class MetersPage(IEnergyLedger ledger, Inventory inventory) : ComponentBase
{
    const int Shown = 150;

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    [SupplyParameterFromForm(FormName = "meters")]
    MeterForm? Form { get; set; }

    MeterRegistryRevision? InForce { get; set; }

    ImmutableArray<MeterRegistryRevision> Revisions { get; set; } = [];

    MeterImportAnswer? Answer { get; set; }

    string? Refusal { get; set; }

    /// <summary>The table that waits for a yes; null when none does.</summary>
    string? Proposed { get; set; }

    string FileName { get; set; } = "meters.csv";

    int Basis { get; set; }

    int Facilities => InForce?.Registry.Entries.Select(entry => entry.Facility).Distinct().Count() ?? 0;

    protected override Task OnInitializedAsync() => ReadAsync();

    async Task ReadAsync()
    {
        InForce = await ledger.MetersAsync(CancellationToken.None);
        Revisions = await ledger.MeterRevisionsAsync(CancellationToken.None);
    }

    async Task AskAsync()
    {
        var isApply = Form?.Deed == "apply";
        if (await TextAsync(isApply) is not { Length: > 0 } text)
        {
            Refusal = Words["Meters.NoFile"];
            return;
        }

        if (isApply && (string.IsNullOrWhiteSpace(Form!.Name) || string.IsNullOrWhiteSpace(Form.Reason)))
        {
            Refusal = Words["Meters.WhoAndWhy"];
            (Proposed, Basis) = (text, Form.Basis);
            return;
        }

        var consent = isApply ? new MeterConsent(Form!.Basis, Form.Name!.Trim(), Form.Reason!.Trim()) : null;
        Answer = await new MeterImport(ledger, inventory).AskAsync(FileName, text, consent, Context!.RequestAborted);
        (Proposed, Basis) = Answer switch
        {
            MeterImportAnswer.Compared { Difference.IsEmpty: false } compared => (text, compared.Basis),
            MeterImportAnswer.Overtaken overtaken => (text, overtaken.Basis),
            _ => (null, 0),
        };
        if (Answer is MeterImportAnswer.Applied)
            await ReadAsync();
    }

    // What is applied is the table that was compared, whatever file is chosen by then.
    async Task<string?> TextAsync(bool isApply)
    {
        if (Form?.File is { Length: > 0 } name)
            FileName = name;
        if (isApply || Context?.Request.Form.Files.GetFile("table") is not { Length: > 0 } file)
            return Form?.Table;

        FileName = Path.GetFileName(file.FileName);
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync(Context.RequestAborted);
    }
}
