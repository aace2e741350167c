using DcOps.Contracts.Ledger;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>One data centre under the rules: its year, its months, every verdict with its reason, every revision.</summary>
public sealed partial class FacilityRulesPage(IEnergyLedger ledger, Inventory inventory, TimeProvider time) : ComponentBase
{
    [Parameter]
    public required string Id { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>Null when there is no such facility.</summary>
    Domain.Topology.Facility? Facility { get; set; }

    Domain.Topology.City? City { get; set; }

    ReportPeriod Period { get; set; }

    DateTimeOffset At { get; set; }

    ImmutableArray<string> Rules { get; set; } = [];

    ComplianceRow? Row { get; set; }

    ListedFacility? Listed { get; set; }

    RuleVerdict? Deciding => Row?.Compliance?.Deciding;

    ImmutableArray<MonthFigure> Months { get; set; } = [];

    /// <summary>The trailing year by category, each the ratio of the sums of its closed months.</summary>
    ImmutableArray<PueFigure> Categories { get; set; } = [];

    /// <summary>Newest first.</summary>
    ImmutableArray<RevisionChange> Changes { get; set; } = [];

    /// <summary>The year's energy with what its KPIs need; null when nothing is closed.</summary>
    Domain.Facilities.FacilityPeriod? Energy { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!FacilityId.TryParse(Id, out var id) || !inventory.TryGet(id, out var facility))
        {
            Context.AnswerNotFound();
            return;
        }

        Facility = facility;
        City = inventory.TryGet(facility.City, out var city) ? city : null;
        var now = time.GetUtcNow();
        Period = ReportPeriod.TrailingYear(now, ClosePolicy.Default);
        var list = await ledger.ComplianceAsync(id, Period, CancellationToken.None);
        (At, Rules) = (list.At, list.Rules);
        Row = list.Rows.SingleOrDefault();
        Listed = Row is null ? null : ListedFacility.Of(Row, City?.Name ?? facility.Name, RatioMethod.Annual, null);
        Energy = await ledger.EnergyAsync(id, Period, CancellationToken.None);
        await ReadClosedAsync(id, now);
    }

    /// <summary>Worst first, of equals the strictest.</summary>
    static IEnumerable<RuleVerdict> Of(FacilityCompliance compliance, VerdictKind kind) => compliance.Verdicts
        .Where(verdict => KindOf(verdict) == kind).OrderBy(verdict => verdict.Outcome).ThenBy(verdict => verdict.Limit);

    static VerdictKind KindOf(RuleVerdict verdict) => verdict switch
    {
        { Outcome: RuleOutcome.NotApplicable } => VerdictKind.NotApplicable,
        { Rule: { Indicator: RuleIndicator.AnnualRatio, Force: RuleForce.Mandatory or RuleForce.Policy, Grade: null or 3 } } => VerdictKind.Binding,
        _ => VerdictKind.Other,
    };

    async Task ReadClosedAsync(FacilityId id, DateTimeOffset now)
    {
        var stretch = new BusinessPeriod(Period.Period.From, now);
        var months = await ledger.ClosedAsync(id, PeriodKind.Month, stretch, CancellationToken.None);
        var years = await ledger.ClosedAsync(id, PeriodKind.Year, new(stretch.From.AddYears(-2), now), CancellationToken.None);
        Months = MonthFigure.Of(stretch, months, Row?.Compliance?.Annual.Category ?? FirstOf(months));
        var year = months.Where(month => month.Period.To <= Period.Period.To).ToList();
        Categories =
        [
            .. Enum.GetValues<PueCategory>()
                .Select(category => PueFigure.Sum([.. year.Select(month => month.Current.Totals[category]).OfType<PueFigure>()]))
                .OfType<PueFigure>(),
        ];
        Changes = [.. months.Concat(years).SelectMany(closed => closed.Changes()).OrderByDescending(change => change.At).ThenBy(change => change.Category)];
    }

    static PueCategory? FirstOf(ImmutableArray<ClosedPeriod> months) =>
        months.SelectMany(month => month.Current.Totals.Figures).Select(figure => (PueCategory?)figure.Category).FirstOrDefault();
}
