using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Release;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>A person approves, releases or withdraws a plan.</summary>
public sealed partial class DecidePage(IPlanDesk desk, NavigationManager navigation)
{
    [Parameter]
    public string Id { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    [SupplyParameterFromForm(FormName = "decide")]
    DecideForm? Form { get; set; }

    PlanLife? Life { get; set; }

    string? Refusal { get; set; }

    protected override void OnInitialized()
    {
        Life = desk.Plans().FirstOrDefault(life => life.Id == Id);
        if (Life is null)
            Context.AnswerNotFound();
    }

    async Task DecideAsync()
    {
        if (Form?.Chosen is not { } deed)
        {
            Refusal = Words["Decision.None"];
            return;
        }

        var refusal = await desk.DoAsync(Id, deed, Form.Name ?? "", Form.Reason, Context?.RequestAborted ?? CancellationToken.None);
        if (refusal == PlanRefusal.None)
            navigation.NavigateTo($"/schedule?plan={Id}");
        else
            Refusal = Words[$"PlanRefusal.{refusal}"];
    }
}
