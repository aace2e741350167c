using DcOps.Contracts.Scheduling;
using DcOps.Dashboard.Components.Export;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>What sites were told, as a table.</summary>
static class DispatchCsv
{
    public static IResult Of(IServiceProvider services, TimeProvider time)
    {
        if (services.GetService<IDispatchDesk>() is not { } desk)
            return Results.NotFound();

        var csv = new CsvExport(
            "dispatch", time.GetUtcNow(), "key", "plan", "job", "tenant", "facility", "kind", "from_utc", "to_utc", "units", "it_kw", "state", "since_utc",
            "sent_utc", "promised_kwh", "promised_cny", "promised_co2_kg", "answer");
        foreach (var record in desk.Records())
        {
            var command = record.Command;
            csv.Add(
                command.Key, command.Plan, command.Job, command.Tenant, command.Facility, KebabCase.Of(command.Kind), CsvExport.Of(command.From),
                CsvExport.Of(command.To), CsvExport.Of(command.Units), CsvExport.Of(command.Kilowatts), KebabCase.Of(record.State),
                CsvExport.Of(record.Since), CsvExport.Of(record.SentAt), CsvExport.Of(command.Promise.FacilityKwh), CsvExport.Of(command.Promise.Cny),
                CsvExport.Of(command.Promise.CarbonKilograms), record.Text ?? "");
        }

        return csv;
    }
}
