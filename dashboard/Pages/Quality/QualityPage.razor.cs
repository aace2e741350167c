using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components;
using DcOps.Domain.Quality;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Quality;

/// <summary>What the data behind the figures is worth along six dimensions, what looks wrong, and what to mend first.</summary>
public sealed partial class QualityPage(IEnergyLedger ledger, Inventory inventory, TimeProvider time)
{
    const int ShownRows = 40;
    const int ShownPoints = 15;
    const int ShownSuspicions = 15;

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "class")]
    public string? PointClassName { get; set; }

    [SupplyParameterFromQuery]
    public string? City { get; set; }

    [SupplyParameterFromQuery]
    public string? Dc { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromQuery]
    public string? Metric { get; set; }

    [SupplyParameterFromQuery(Name = "points")]
    public string? PointPage { get; set; }

    [SupplyParameterFromQuery(Name = "suspicions")]
    public string? SuspicionPage { get; set; }

    QualityQuery Asked => QualityQuery.Of(Period, PointClassName, City, Dc, time.GetUtcNow());

    QualityReport? Report { get; set; }

    PageOf<QualityRow> Rows { get; set; } = new([], 1, 1, 0);

    QualityMetric Shown => KebabCase.TryParse<QualityMetric>(Metric ?? "", out var metric) ? metric : QualityMetric.Completeness;

    bool IsProvince => Asked is { City: null, Facility: null };

    PageOf<PointImpact> Points { get; set; } = new([], 1, 1, 0);

    ImmutableArray<Suspicion> AllSuspicions { get; set; } = [];

    PageOf<Suspicion> Suspicions { get; set; } = new([], 1, 1, 0);

    /// <summary>The city above the facility that is looked at; null at the other levels.</summary>
    Domain.Topology.City? CityOfFacility => Asked.Facility is { } id && inventory.TryGet(id, out var facility) && inventory.TryGet(facility.City, out var city) ? city : null;

    string Heading => Asked.Facility is { } id && inventory.TryGet(id, out var facility)
            ? $"{Words["QualityPage.Title"]} · {id} {Words.Name(facility.Name)}"
        : Asked.City is { } code && inventory.TryGet(code, out var city) ? $"{Words["QualityPage.Title"]} · {Words.Name(city.Name)}"
        : Words["QualityPage.Title"];

    protected override Task OnInitializedAsync() => AskAsync(async aborted =>
    {
        var asked = Asked;
        Report = await ledger.QualityAsync(asked.Period.Period, aborted);
        Rows = asked.RowsOf(Report).Cut(Page, ShownRows);
        Points = asked.PointsOf(Report).Cut(PointPage, ShownPoints);
        AllSuspicions = asked.SuspicionsOf(Report, inventory);
        Suspicions = AllSuspicions.Cut(SuspicionPage, ShownSuspicions);
    });
}
