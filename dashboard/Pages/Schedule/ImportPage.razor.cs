using DcOps.Contracts.Scheduling;
using DcOps.Domain.Csv;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>Takes tables as the input of the next plan: all of them, or none with every fault named.</summary>
public sealed partial class ImportPage(IPlanDesk desk, NavigationManager navigation)
{
    const int Shown = 100;

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    [SupplyParameterFromForm(FormName = "import")]
    DecideForm? Form { get; set; }

    ImmutableArray<CsvFault> Faults { get; set; } = [];

    string? Refusal { get; set; }

    async Task ImportAsync()
    {
        var files = Context?.Request.Form.Files.GetFiles("tables").Where(file => file.Length > 0).ToList() ?? [];
        if (string.IsNullOrWhiteSpace(Form?.Name))
        {
            Refusal = Words["Form.NameMissing"];
            return;
        }

        // No file is a wish for another plan from the tables there are.
        if (files.Count == 0)
        {
            if (desk.Make(Form.Name.Trim()))
                navigation.NavigateTo("/schedule");
            else
                Refusal = Words["Schedule.NothingToTake"];
            return;
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            texts[Path.GetFileName(file.FileName)] = await reader.ReadToEndAsync(Context!.RequestAborted);
        }

        Faults = await desk.ImportAsync(texts, Form.Name.Trim(), Context!.RequestAborted);
        if (Faults.IsEmpty)
            navigation.NavigateTo("/schedule");
    }
}
