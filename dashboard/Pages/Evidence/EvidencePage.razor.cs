using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Evidence;

/// <summary>What a figure rests on: the boundary of the period with every meter that counted, down to its register.</summary>
public sealed partial class EvidencePage(IEnergyLedger ledger, Inventory inventory, TimeProvider time) : ComponentBase
{
    [Parameter]
    public required string Id { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>As the address has it; empty for the trailing year.</summary>
    string Period { get; set; } = "";

    bool IsPeriodUnknown { get; set; }

    /// <summary>Null when there is no such facility or period.</summary>
    Domain.Topology.Facility? Facility { get; set; }

    ReportPeriod Reported { get; set; }

    /// <summary>Null for a year by its months, whose registers are not read.</summary>
    FacilityEvidence? Evidence { get; set; }

    Domain.Topology.City? City { get; set; }

    ImmutableArray<LeafGroup> Groups { get; set; } = [];

    /// <summary>The month before, as an address has it; null where a step makes no sense.</summary>
    string? Before => Step(-1);

    string? After => Step(1);

    protected override async Task OnInitializedAsync()
    {
        Period = Context?.Request.Query["period"].ToString() ?? "";
        IsPeriodUnknown = !ReportPeriod.TryParse(Period, time.GetUtcNow(), out var period);
        if (IsPeriodUnknown || !FacilityId.TryParse(Id, out var id) || !inventory.TryGet(id, out var facility))
        {
            Context.AnswerNotFound();
            return;
        }

        (Facility, Reported) = (facility, period);
        City = inventory.TryGet(facility.City, out var city) ? city : null;
        if (period.Kind is null or PeriodKind.Year && Context?.Request.Query["detail"].ToString() != EvidenceAddress.OfMeters)
            return;

        Evidence = await ledger.EvidenceAsync(id, period, CancellationToken.None);
        Groups = LeafGroup.Of(Evidence ?? throw new InvalidOperationException($"The ledger does not know {id}, which the inventory has."));
    }

    string? Step(int by)
    {
        var calendar = BusinessCalendar.Shanghai;
        var (kind, period) = (Reported.Kind, Reported.Period);
        if (kind is not { } closes)
            return null;

        var at = by < 0 ? period.From.AddTicks(-1) : period.To;
        if (at > time.GetUtcNow())
            return null;

        return ReportPeriod.Of(closes, closes switch
        {
            PeriodKind.Day => calendar.DayOf(at),
            PeriodKind.Month => calendar.MonthOf(at),
            _ => calendar.YearOf(at),
        }).Text;
    }
}
