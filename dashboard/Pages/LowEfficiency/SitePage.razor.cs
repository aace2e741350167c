using DcOps.Contracts.Ledger;
using DcOps.Domain.Green;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.LowEfficiency;

/// <summary>One site: why it is listed, what becomes of it, and how it stands as a green data centre.</summary>
public sealed partial class SitePage(IEnergyLedger ledger, TimeProvider time, NavigationManager navigation)
{
    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromForm(FormName = "plan")]
    PlanForm? Form { get; set; }

    FacilityId? Facility => FacilityId.TryParse(Id, out var id) && Inventory.TryGet(id, out _) ? id : null;

    LowEfficiencyList? List { get; set; }

    LowEfficiencySite? Site => List?.Sites.FirstOrDefault(site => site.Survey.Facility == Facility);

    ConsolidationPlan? Plan { get; set; }

    GreenAssessment? Assessment { get; set; }

    string? Refusal { get; set; }

    DateOnly Today => BusinessCalendar.Shanghai.LocalDate(time.GetUtcNow());

    /// <summary>What may be done next; empty when the plan is ended.</summary>
    ImmutableArray<ConsolidationStage> Deeds => PlanStep.AfterOf(Plan);

    protected override async Task OnInitializedAsync()
    {
        if (Facility is not { } facility)
        {
            Context.AnswerNotFound();
            return;
        }

        await AskAsync(async aborted =>
        {
            List = await ledger.LowEfficiencyAsync(aborted);
            Plan = await ledger.PlanAsync(facility, aborted);
            Assessment = await ledger.AssessmentAsync(facility, List.Period, aborted);
        });
    }

    Task StepAsync() => AskAsync(async aborted =>
    {
        if (Facility is not { } facility || List is null)
            return;
        if (Form?.Stage is not { } stage || string.IsNullOrWhiteSpace(Form.Name) || string.IsNullOrWhiteSpace(Form.Note))
        {
            Refusal = Words["Plan.Incomplete"];
            return;
        }

        var step = new PlanStep(
            facility, Plan, Form, time.GetUtcNow(), List.TargetRatio, Site?.Survey.Pue, await ItOfLastMonthAsync(facility, aborted));
        var (next, fault) = step.To(stage, target => Inventory.TryGet(target, out _));
        if (next is null)
            Refusal = Words[fault!];
        else if (await ledger.KeepPlanAsync(next, aborted))
            navigation.NavigateTo($"/low-efficiency/{facility}");
        else
            Refusal = Words["Plan.Meanwhile"];
    });

    /// <summary>Null when the last month is not closed or its IT energy is not metered.</summary>
    async Task<Energy?> ItOfLastMonthAsync(FacilityId facility, CancellationToken aborted)
    {
        var now = time.GetUtcNow();
        var closed = await ledger.ClosedAsync(facility, PeriodKind.Month, new(now.AddMonths(-3), now), aborted);
        return closed.LastOrDefault()?.Current.Totals.Figures.FirstOrDefault() is { Completeness.Value: 1 } figure ? figure.ItEnergy : null;
    }
}
