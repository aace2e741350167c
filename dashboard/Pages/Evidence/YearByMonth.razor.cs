using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Evidence;

/// <summary>What a year rests on, month by month, from closed months and the meter registry alone.</summary>
public sealed partial class YearByMonth(IEnergyLedger ledger) : ComponentBase
{
    [Parameter, EditorRequired]
    public FacilityId Facility { get; set; }

    [Parameter, EditorRequired]
    public ReportPeriod Reported { get; set; }

    /// <summary>As the address has it.</summary>
    [Parameter, EditorRequired]
    public required string Period { get; set; }

    ComplianceRow? Row { get; set; }

    ImmutableArray<MonthFigure> Months { get; set; } = [];

    /// <summary>One per category that any month declares, the list's own first.</summary>
    ImmutableArray<PueFigure> Figures { get; set; } = [];

    ImmutableArray<(BusinessPeriod Days, MeterBoundary Boundary)> Runs { get; set; } = [];

    /// <summary>The registry's entries that hold on any day of the period.</summary>
    ImmutableArray<RegisteredMeter> Entries { get; set; } = [];

    /// <summary>The newest closed month, to which meters lead.</summary>
    string LastMonth => Months.LastOrDefault(month => month.Closed is not null)?.Month is { } month ? ComplianceText.Month(month.From) : Period;

    protected override async Task OnInitializedAsync()
    {
        Row = (await ledger.ComplianceAsync(Facility, Reported, CancellationToken.None)).Rows.SingleOrDefault();
        var closed = (await ledger.ClosedAsync(Facility, PeriodKind.Month, Reported.Period, CancellationToken.None))
            .Where(month => month.Period.To <= Reported.Period.To).ToList();
        Figures =
        [
            .. Enum.GetValues<PueCategory>()
                .Select(category => PueFigure.Sum([.. closed.Select(month => month.Current.Totals[category]).OfType<PueFigure>()]))
                .OfType<PueFigure>().OrderByDescending(figure => figure.Category == Row?.Compliance?.Annual.Category),
        ];
        Months = MonthFigure.Of(Reported.Period, closed, Figures.FirstOrDefault()?.Category);
        var registry = (await ledger.MetersAsync(CancellationToken.None)).Registry;
        Runs = [.. registry.RunsOf(Facility, Reported.Period, BusinessCalendar.Shanghai).Where(run => !run.Boundary.Meters.IsEmpty)];
        Entries = [.. Runs.SelectMany(run => run.Boundary.Meters).Distinct()];
    }
}
