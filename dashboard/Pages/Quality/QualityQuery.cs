using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Quality;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Quality;

/// <summary>What of the quality report is looked at: the province's cities, a city's facilities or a facility's meters.</summary>
/// <param name="City">Null for all cities.</param>
/// <param name="Facility">Null for all facilities.</param>
sealed record QualityQuery(ReportPeriod Period, PointClass Class, CityCode? City, FacilityId? Facility)
{
    /// <summary>The month before the running one where none, or none that can be read, was asked for.</summary>
    public static QualityQuery Of(string? period, string? pointClass, string? city, string? facility, DateTimeOffset now)
    {
        var calendar = BusinessCalendar.Shanghai;
        var isNamed = ReportPeriod.TryParse(period, now, out var asked) && asked.Kind is PeriodKind.Month or PeriodKind.Day;
        return new(
            isNamed ? asked : ReportPeriod.Of(PeriodKind.Month, calendar.MonthOf(calendar.MonthOf(now).From.AddDays(-1))),
            KebabCase.TryParse<PointClass>(pointClass ?? "", out var known) ? known : PointClass.Meters,
            CityCode.TryParse(city, out var code) ? code : null,
            FacilityId.TryParse(facility, out var id) ? id : null);
    }

    /// <summary>Rows of the level that is looked at.</summary>
    public ImmutableArray<QualityRow> RowsOf(QualityReport report) =>
    [
        .. report.Rows.Where(row => row.Class == Class && (Facility is { } facility
            ? row.Facility == facility && row.Meter is not null
            : row.Meter is null && (City is { } city ? row.City == city && row.Facility is not null : row.Facility is null))),
    ];

    /// <summary>Single points inside what is looked at, of its class.</summary>
    public ImmutableArray<PointImpact> PointsOf(QualityReport report) => PointImpact.Of(report, report.Rows.Where(row => row.Class == Class && row.Meter is not null
        && (Facility is { } facility ? row.Facility == facility : City is not { } city || row.City == city)));

    /// <summary>Suspicions inside what is looked at.</summary>
    public ImmutableArray<Suspicion> SuspicionsOf(QualityReport report, Inventory inventory) =>
    [
        .. report.Suspicions.Where(each => Facility is { } facility ? each.Facility == facility
            : City is not { } city || (inventory.TryGet(each.Facility, out var site) && site.City == city)),
    ];
}
