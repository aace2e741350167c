using DcOps.Contracts.Scheduling;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Scheduling.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>A page about one plan: the one that the address names, or the newest.</summary>
public abstract class PlanPage : ComponentBase
{
    [Inject]
    public required IPlanDesk Desk { get; init; }

    [Inject]
    public required Wording Words { get; init; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>Id of a plan; the newest when it is left out.</summary>
    [SupplyParameterFromQuery(Name = "plan")]
    public string? PlanId { get; set; }

    /// <summary>Null when there is no plan, or none of the id.</summary>
    protected OpenPlan? Open { get; private set; }

    protected PlanDeskState State { get; private set; } = null!;

    protected PlanWording Reasons => Words.IsChinese ? PlanWording.Chinese(Open!.Plan.Input) : PlanWording.English(Open!.Plan.Input);

    protected CancellationToken Aborted => Context?.RequestAborted ?? CancellationToken.None;

    protected override async Task OnInitializedAsync()
    {
        State = Desk.State;
        if ((PlanId is { Length: > 0 } ? PlanId : State.Newest?.Id) is { } id)
            Open = await Desk.OpenAsync(id, Aborted);
        if (Open is null && PlanId is { Length: > 0 })
            Context.AnswerNotFound();
    }

    protected DateTimeOffset TimeOf(int slot) => Open!.Plan.Input.StartsAt + (Open.Plan.Input.Step * slot);

    protected string Money(double cny) => $"¥{Words.Number(cny, Math.Abs(cny) < 100 ? 2 : 0)}";

    protected string Kilowatts(double kw) => $"{Words.Number(kw, kw < 100 ? 1 : 0)} kW";
}
