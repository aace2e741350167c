using System.Globalization;
using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Facility.Flow;

/// <summary>Where a data centre's electricity went, with what no meter saw as a flow of its own.</summary>
public sealed partial class FlowPage(IEnergyLedger ledger, Inventory inventory, TimeProvider time)
{
    const int MostMeters = 6;

    [Parameter]
    public required string Id { get; set; }

    /// <summary>A day or a month; the running day where none was asked for.</summary>
    [SupplyParameterFromQuery(Name = "period")]
    public string? Period { get; set; }

    /// <summary>Null when there is no such facility.</summary>
    Domain.Topology.Facility? Facility { get; set; }

    Domain.Topology.City? City { get; set; }

    /// <summary>Null when what was asked for is no day or month.</summary>
    ReportPeriod? Reported { get; set; }

    /// <summary>Null when nothing that enters was metered.</summary>
    EnergyFlow? Flow { get; set; }

    FlowLayout? Layout { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Reported = PeriodOf(Period, time.GetUtcNow());
        if (!FacilityId.TryParse(Id, out var id) || !inventory.TryGet(id, out var facility) || Reported is not { } period)
        {
            Facility = Reported is null && FacilityId.TryParse(Id, out var known) && inventory.TryGet(known, out var named) ? named : null;
            Context.AnswerNotFound();
            return;
        }

        Facility = facility;
        City = inventory.TryGet(facility.City, out var city) ? city : null;
        await AskAsync(async aborted => Flow = await ledger.EvidenceAsync(id, period, aborted) is { } evidence ? EnergyFlow.Of(evidence) : null);
        Layout = Flow is { } flow ? FlowLayout.Of(flow) : null;
    }

    static ReportPeriod? PeriodOf(string? text, DateTimeOffset now) =>
        string.IsNullOrEmpty(text) ? ReportPeriod.Of(PeriodKind.Day, BusinessCalendar.Shanghai.DayOf(now))
        : ReportPeriod.TryParse(text, now, out var period) && period.Kind is PeriodKind.Day or PeriodKind.Month ? period
        : null;

    static string KindOf(FlowNode node) => node.Kind.ToString().ToLowerInvariant();

    static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    string Name(FlowNode node) => node.Kind switch
    {
        FlowKind.Site => Words["Flow.Site"],
        FlowKind.Unmetered => Words["Flow.Unmetered"],
        FlowKind.Source when node.Meters is [var only] => only,
        _ => Words[$"Role.{node.Role}"],
    };
}
