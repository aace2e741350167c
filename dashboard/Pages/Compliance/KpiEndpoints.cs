using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components.Export;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>Every indicator at every level, and the yearly set of Delegated Regulation (EU) 2024/1364, as tables.</summary>
static class KpiEndpoints
{
    const string Levels = ComplianceQuery.Path + "/kpis.csv";
    const string European = ComplianceQuery.Path + "/eu-2024-1364.csv";

    public static void MapKpis(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Levels, LevelsAsync);
        endpoints.MapGet(European, EuropeanAsync);
    }

    public static string LevelsAddress(string period) => $"{Levels}?period={Uri.EscapeDataString(period)}";

    public static string EuropeanAddress(string period) => $"{European}?period={Uri.EscapeDataString(period)}";

    static async Task<IResult> LevelsAsync([FromServices] IEnergyLedger ledger, TimeProvider time, string? period, CancellationToken cancellationToken)
    {
        if (!ReportPeriod.TryParse(period ?? "", time.GetUtcNow(), out var asked))
            return Results.BadRequest("period is trailing, a year like 2026, or a month like 2026-10");

        var list = await ledger.KpisAsync(asked, cancellationToken);
        var csv = new CsvExport(
            $"kpis-{asked.Text}", list.At, "level", "key", "name_zh", "name_en", "period", "kpi", "unit", "value", "low", "high", "uncertainty_k2", "numerator",
            "denominator", "facilities", "facilities_known", "it_energy_share_ratio", "source");
        foreach (var place in list.Rollups)
            Add(KebabCase.Of(place.Scope), place.Key, place.Name.Chinese, place.Name.English, place.Kpis);
        foreach (var facility in list.Facilities)
            Add("facility", facility.Facility.Id.Value, facility.Facility.Name.Chinese, facility.Facility.Name.English, facility.Kpis);
        return csv;

        void Add(string level, string key, string chinese, string english, ImmutableArray<KpiRollup> kpis)
        {
            foreach (var figure in kpis)
            {
                csv.Add(
                    level, key, chinese, english, asked.Text, figure.Kpi.Name, figure.Kpi.Unit, CsvExport.Of(figure.Value),
                    CsvExport.Of(figure.Accuracy?.Low), CsvExport.Of(figure.Accuracy?.High), CsvExport.Of(figure.Accuracy?.HalfWidth), CsvExport.Of(figure.Terms?.Upper), CsvExport.Of(figure.Terms?.Lower), CsvExport.Of((long?)figure.Coverage.Facilities),
                    CsvExport.Of((long?)figure.Coverage.Known), CsvExport.Of(figure.Coverage.ItEnergyShare?.Value), figure.Kpi.Source);
            }
        }
    }

    static async Task<IResult> EuropeanAsync([FromServices] IEnergyLedger ledger, TimeProvider time, string? period, CancellationToken cancellationToken)
    {
        if (!ReportPeriod.TryParse(period ?? "", time.GetUtcNow(), out var asked))
            return Results.BadRequest("period is trailing, a year like 2026, or a month like 2026-10");

        var list = await ledger.KpisAsync(asked, cancellationToken);
        var csv = new CsvExport(
            $"eu-2024-1364-{asked.Text}", list.At, "facility", "period", "report_owed", "installed_it_kilowatts", "e_dc_wh", "e_it_wh", "water_litres",
            "reuse_wh", "renewable_wh", "pue_ratio", "wue_litres_per_kilowatt_hour", "erf_ratio", "ref_ratio");
        foreach (var facility in list.Facilities)
        {
            var report = facility.European;
            csv.Add(
                facility.Facility.Id.Value, asked.Text, report?.IsOwed switch { true => "yes", false => "no", null => "" },
                CsvExport.Of(report?.InstalledItPower?.Kilowatts), Wh(report?.FacilityEnergy), Wh(report?.ItEnergy), CsvExport.Of(report?.Water?.Litres),
                Wh(report?.Reuse), Wh(report?.Renewable), CsvExport.Of(report?.Pue), CsvExport.Of(report?.Wue), CsvExport.Of(report?.Erf),
                CsvExport.Of(report?.Ref));
        }

        return csv;
    }

    static string Wh(Energy? energy) => CsvExport.Of(energy?.WattHours);
}
