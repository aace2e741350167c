using System.Globalization;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components.Export;
using DcOps.Domain.Green;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.LowEfficiency;

/// <summary>The register and the carbon account as tables to take away.</summary>
static class LowEfficiencyEndpoints
{
    public static void MapLowEfficiency(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/low-efficiency.csv", RegisterAsync);
        endpoints.MapGet("/low-efficiency/carbon.csv", CarbonAsync);
    }

    static async Task<IResult> RegisterAsync(IEnergyLedger ledger, CancellationToken cancellationToken)
    {
        var list = await ledger.LowEfficiencyAsync(cancellationToken);
        var csv = new CsvExport(
            "low-efficiency", list.At, "facility", "traits", "pue_ratio", "occupancy_ratio", "standard_racks", "commissioned_on", "is_convertible",
            "facility_energy_wh", "it_energy_wh", "saving_wh", "target_ratio", "plan_stage", "plan_target", "plan_due_on");
        foreach (var (survey, traits, saving) in list.Sites)
        {
            var plan = list.Plans.FirstOrDefault(each => each.Facility == survey.Facility);
            csv.Add(
                survey.Facility.Value, string.Join(' ', traits.Select(KebabCase.Of<SiteTrait>)), CsvExport.Of(survey.Pue?.Value),
                CsvExport.Of(survey.Occupancy?.Value), CsvExport.Of(survey.StandardRacks), CsvExport.Of(survey.CommissionedOn),
                survey.IsConvertible switch { true => "yes", false => "no", null => "" }, CsvExport.Of(survey.FacilityEnergy?.WattHours),
                CsvExport.Of(survey.ItEnergy?.WattHours), CsvExport.Of(saving?.WattHours), list.TargetRatio.ToString(CultureInfo.InvariantCulture),
                plan is null ? "" : KebabCase.Of(plan.Stage), plan?.Target?.Value ?? "", CsvExport.Of(plan?.DueOn));
        }

        return csv;
    }

    static async Task<IResult> CarbonAsync(IEnergyLedger ledger, TimeProvider time, string? period, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var asked = CarbonPage.PeriodOf(period, now);
        var csv = new CsvExport(
            $"carbon-{asked.Text}", now, "facility", "from_utc", "to_utc", "facility_energy_wh", "location_carbon_kg", "location_factor_year",
            "market_carbon_kg", "market_factor_year", "water_l", "renewable_ratio", "has_unverified_factor");
        foreach (var row in await ledger.GreenAsync(asked, cancellationToken))
        {
            csv.Add(
                row.Facility.Value, CsvExport.Of(row.From), CsvExport.Of(row.To), CsvExport.Of(row.FacilityEnergy?.WattHours),
                CsvExport.Of(row.LocationCarbon?.Kilograms), CsvExport.Of((long?)row.LocationFactorYear), CsvExport.Of(row.MarketCarbon?.Kilograms),
                CsvExport.Of((long?)row.MarketFactorYear), CsvExport.Of(row.Water?.Litres), CsvExport.Of(row.RenewableShare?.Value),
                row.HasUnverifiedFactor ? "yes" : "no");
        }

        return csv;
    }
}
