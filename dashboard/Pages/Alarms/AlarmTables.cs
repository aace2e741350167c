using System.Globalization;
using DcOps.Contracts.Alarms;
using DcOps.Dashboard.Components.Alarms;
using DcOps.Dashboard.Components.Export;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Kpis;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>Single alarms and the alarm system's own figures as tables.</summary>
static class AlarmTables
{
    const int Page = 500;
    const int MostRows = 50_000;

    public static void MapAlarmTables(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/alarms/standing.csv", StandingAsync);
        endpoints.MapGet("/alarms/kpis.csv", KpisAsync);
    }

    static async Task<IResult> StandingAsync(
        [FromServices] IAlarmDesk desk, [FromServices] AlarmTexts texts, TimeProvider time, string? where, CancellationToken cancellationToken)
    {
        var csv = new CsvExport(
            "standing-alarms", time.GetUtcNow(), "alarm", "incident", "is_cause", "level", "state", "place", "point", "rule", "text_zh", "text_en",
            "value", "started_at_utc", "raised_at_utc", "changed_at_utc", "occurrences", "owner", "is_data_missing", "is_flapping", "held_because");
        var seen = new HashSet<AlarmId>();
        for (var skip = 0; skip < MostRows; skip += Page)
        {
            var rows = (await desk.AlarmsAsync(new(where, Skip: skip, Most: Page), cancellationToken)).Rows;
            foreach (var (alarm, incident, isCause) in rows.Where(row => seen.Add(row.Alarm.Id)))
            {
                csv.Add(
                    alarm.Id.ToString(), incident.ToString(), YesNo(isCause), KebabCase.Of(alarm.Priority), KebabCase.Of(alarm.State),
                    alarm.Key.Location.Path, alarm.Key.Point.ToString(), alarm.Key.Rule, alarm.Text is { } zh ? texts.Chinese.Of(zh) : "",
                    alarm.Text is { } en ? texts.English.Of(en) : "", CsvExport.Of(alarm.Value), CsvExport.Of(alarm.StartedAt),
                    CsvExport.Of(alarm.RaisedAt), CsvExport.Of(alarm.ChangedAt), alarm.Occurrences.ToString(CultureInfo.InvariantCulture),
                    alarm.Work.Owner ?? "", YesNo(alarm.IsDataMissing), YesNo(alarm.IsFlapping), alarm.Work.HeldBecause ?? "");
            }

            if (rows.Length < Page)
                break;
        }

        return csv;
    }

    static async Task<IResult> KpisAsync(
        [FromServices] IAlarmDesk desk, TimeProvider time, string? where, int? days, int? consoles, CancellationToken cancellationToken)
    {
        var to = time.GetUtcNow();
        var from = to.AddDays(-Math.Clamp(days ?? 7, 1, 31));
        var report = await desk.ReportAsync(from, to, where, Math.Clamp(consoles ?? 1, 1, 100), cancellationToken);
        var csv = new CsvExport("alarm-kpis", to, "figure", "value", "unit", "from_utc", "to_utc");
        foreach (var (figure, value, unit) in Figures(report))
            csv.Add(figure, CsvExport.Of(value), unit, CsvExport.Of(from), CsvExport.Of(to));
        foreach (var top in report.Top)
            csv.Add($"top {top.Key}", top.Count.ToString(CultureInfo.InvariantCulture), "alarms", CsvExport.Of(from), CsvExport.Of(to));
        return csv;
    }

    static IEnumerable<(string Figure, double? Value, string Unit)> Figures(AlarmReport report) =>
    [
        ("annunciated", report.Rate.Annunciated, "alarms"), ("per_operator_per_10_minutes", report.Rate.PerTenMinutes, "alarms"),
        ("overfull_share", report.OverfullShare, "1"), ("floods", report.Floods.Length, "floods"),
        ("critical_share", report.Spread.ShareOf(AlarmPriority.Critical), "1"), ("major_share", report.Spread.ShareOf(AlarmPriority.Major), "1"),
        ("minor_share", report.Spread.ShareOf(AlarmPriority.Minor), "1"), ("advisory_share", report.Spread.ShareOf(AlarmPriority.Advisory), "1"),
        ("top_ten_share", report.TopShare, "1"), ("chattering", report.Chattering.Length, "alarms"), ("fleeting", report.Fleeting, "alarms"),
        ("stale", report.Stale.Length, "alarms"), ("mean_time_to_acknowledge", report.MeanTimeToAcknowledge?.TotalSeconds, "s"),
        ("mean_time_to_return", report.MeanTimeToReturn?.TotalSeconds, "s"), ("unexplained_suppressions", report.Unexplained, "alarms"),
    ];

    static string YesNo(bool value) => value ? "yes" : "no";
}
