using System.Globalization;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Live;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>Every data centre against the rules, worst first; what decides stands beside the verdict.</summary>
public sealed partial class CompliancePage(IEnergyLedger ledger, IProvinceView view, RuleBook rules, TimeProvider time) : ComponentBase
{
    const int YearsOffered = 3;
    const int MonthsOffered = 13;
    const int MonthsBack = 12;

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    ComplianceQuery Query { get; set; } = new();

    ComplianceListing Listing { get; set; } = null!;

    bool IsAnswered => Listing is not null;

    bool IsPeriodUnknown { get; set; }

    /// <summary>False when the province did not answer: the column is then empty and the page says why.</summary>
    bool HasPowerRatios { get; set; }

    ImmutableArray<MovedFacility> Moved { get; set; } = [];

    Rule? MovedRule { get; set; }

    /// <summary>Null unless its tab was asked for.</summary>
    KpiList? Kpis { get; set; }

    DateOnly RulesDay => Query.RulesOn ?? BusinessCalendar.Shanghai.LocalDate(Listing.List.Period.Period.To).AddDays(-1);

    ImmutableArray<decimal> Grades =>
        [.. rules["gb-40879"].Graded(RuleIndicator.AnnualRatio, RulesDay).Select(rule => rule.Limit).OfType<decimal>()];

    ImmutableArray<(RulePack Pack, Rule Rule)> Movable =>
    [
        .. rules.InForce(RulesDay).Where(each => each.Rule is
        {
            Indicator: RuleIndicator.AnnualRatio, Limit: not null, Force: RuleForce.Mandatory or RuleForce.Policy,
        }),
    ];

    ImmutableArray<Domain.Topology.City> Cities =>
        [.. Inventory.Cities.Where(city => Inventory.Facilities.Any(facility => facility.City == city.Code))];

    ImmutableArray<(string Key, Designation Name)> Groups =>
        [.. Listing.List.Rollups.Where(rollup => rollup.Scope == RollupScope.Group).Select(rollup => (rollup.Key, rollup.Name))];

    ImmutableArray<string> Periods
    {
        get
        {
            var today = BusinessCalendar.Shanghai.LocalDate(time.GetUtcNow());
            var month = new DateOnly(today.Year, today.Month, 1);
            return
            [
                .. Enumerable.Range(0, YearsOffered).Select(back => (today.Year - back).ToString(CultureInfo.InvariantCulture)),
                .. Enumerable.Range(0, MonthsOffered).Select(back => month.AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            ];
        }
    }

    protected override async Task OnInitializedAsync()
    {
        Query = Context is null ? new() : ComplianceQuery.Of(Context.Request.Query);
        var now = time.GetUtcNow();
        if (!ReportPeriod.TryParse(Query.Period, now, out var period))
        {
            IsPeriodUnknown = true;
            period = ReportPeriod.TrailingYear(now, ClosePolicy.Default);
        }

        var list = await ledger.AskAsync(period, Query, CancellationToken.None);
        var ratios = await PowerRatios.NowAsync(view);
        HasPowerRatios = ratios is not null;
        Listing = ComplianceListing.Of(list, Query, Inventory, rules, ratios ?? PowerRatios.None);
        await MoveLineAsync();
        if (Query.Tab == ComplianceTab.Kpis)
            Kpis = await ledger.KpisAsync(period, CancellationToken.None);
    }

    async Task MoveLineAsync()
    {
        if (Query is not { Tab: ComplianceTab.Line, Line: { } limit })
            return;

        if (Movable.FirstOrDefault(each => $"{each.Pack.Id}/{each.Rule.Id}" == Query.Rule) is not { Rule: { } rule } found)
            return;

        MovedRule = rule;
        Moved = MovedFacility.Changing(await ledger.MoveLineAsync(found.Pack.Id, rule.Id, limit, MonthsBack, CancellationToken.None));
    }

    string NameOf(string filter) => filter == nameof(ComplianceQuery.Verdict) ? Words.Verdict(Query.Verdict!.Value)
        : Cities.FirstOrDefault(city => city.Code.Value == filter) is { } city && filter == Query.City ? Words.Name(city.Name)
        : Groups.FirstOrDefault(group => group.Key == filter) is { Key: not null } group && filter == Query.Group ? Words.Group(group.Key, group.Name)
        : filter;
}
