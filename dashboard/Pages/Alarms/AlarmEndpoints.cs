using System.Globalization;
using DcOps.Contracts.Alarms;
using DcOps.Dashboard.Components.Alarms;
using DcOps.Dashboard.Components.Export;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>Alarms for tools: the headline that pages follow, the inbox and the journal as tables.</summary>
static class AlarmEndpoints
{
    const int Page = 500;
    const int MostRows = 50_000;

    public static void MapAlarms(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/alarms/headline.json", HeadlineAsync);
        endpoints.MapGet("/alarms.json", JsonAsync);
        endpoints.MapGet("/alarms.csv", CsvAsync);
        endpoints.MapGet("/alarms/journal.csv", JournalAsync);
        endpoints.MapAlarmTables();
    }

    /// <summary>What of the journal an address asks for.</summary>
    public static JournalQuery QueryOf(string? where, string? author, string? people, DateTimeOffset? from, DateTimeOffset? to, int most) => new(
        string.IsNullOrWhiteSpace(where) ? null : where.Trim(), from, to, [], null,
        string.IsNullOrWhiteSpace(author) ? null : author.Trim(), people == "yes", most);

    /// <summary>Waits a second or two for something newer than a version.</summary>
    static Task<AlarmHeadline> HeadlineAsync([FromServices] IAlarmDesk desk, long? after, CancellationToken cancellationToken) =>
        after is { } version ? desk.NextAsync(version, cancellationToken) : desk.HeadlineAsync(cancellationToken);

    static async Task<IResult> JsonAsync(
        [FromServices] IAlarmDesk desk, [FromServices] AlarmTexts texts, string? where, CancellationToken cancellationToken)
    {
        var (headline, rows) = await ReadAsync(desk, where, cancellationToken);
        return Results.Json(new
        {
            headline,
            incidents = rows.Select(row => new
            {
                id = row.Incident.ToString(),
                level = KebabCase.Of(row.Priority),
                state = KebabCase.Of(row.State),
                place = row.Place,
                titleZh = texts.Chinese.Of(row.Title),
                titleEn = texts.English.Of(row.Title),
                reasonEn = texts.English.Of(row.Reason),
                racks = row.Impact.Racks,
                powerWatts = row.Impact.Power?.Watts,
                jobsAtSite = row.Impact.Jobs,
                firstAt = row.FirstAt,
                changedAt = row.ChangedAt,
                alarms = row.Alarms,
                standing = row.Standing,
                owner = row.Owner,
                isDataMissing = row.IsDataMissing,
                isFlapping = row.IsFlapping,
            }),
        });
    }

    static async Task<IResult> CsvAsync(
        [FromServices] IAlarmDesk desk, [FromServices] AlarmTexts texts, string? where, CancellationToken cancellationToken)
    {
        var (headline, rows) = await ReadAsync(desk, where, cancellationToken);
        var csv = new CsvExport(
            "alarms", headline.At, "incident", "level", "state", "place", "title_zh", "title_en", "reason_en", "racks", "power_w", "first_at_utc",
            "changed_at_utc", "alarms", "standing", "owner", "is_data_missing", "is_flapping");
        foreach (var row in rows)
        {
            csv.Add(
                row.Incident.ToString(), KebabCase.Of(row.Priority), KebabCase.Of(row.State), row.Place, texts.Chinese.Of(row.Title),
                texts.English.Of(row.Title), texts.English.Of(row.Reason), Whole(row.Impact.Racks), CsvExport.Of(row.Impact.Power?.Watts),
                CsvExport.Of(row.FirstAt), CsvExport.Of(row.ChangedAt), Whole(row.Alarms), Whole(row.Standing), row.Owner ?? "",
                row.IsDataMissing ? "yes" : "no", row.IsFlapping ? "yes" : "no");
        }

        return csv;
    }

    static async Task<IResult> JournalAsync(
        [FromServices] IAlarmDesk desk, [FromServices] AlarmTexts texts, TimeProvider time, string? where, string? author, string? people,
        string? from, string? to, CancellationToken cancellationToken)
    {
        var entries = await desk.JournalAsync(
            QueryOf(where, author, people, LocalTime.Parse(from), LocalTime.Parse(to), MostRows), cancellationToken);
        var csv = new CsvExport(
            "alarm-journal", time.GetUtcNow(), "entry", "at_utc", "recorded_at_utc", "event", "from", "to", "alarm", "level", "place", "point", "rule",
            "text_zh", "text_en", "author", "reason");
        foreach (var entry in entries)
        {
            csv.Add(
                entry.Id.ToString(), CsvExport.Of(entry.At), CsvExport.Of(entry.RecordedAt), KebabCase.Of(entry.Event), KebabCase.Of(entry.From),
                KebabCase.Of(entry.To), entry.After.Id.ToString(), KebabCase.Of(entry.After.Priority), entry.After.Key.Location.Path,
                entry.After.Key.Point.ToString(), entry.After.Key.Rule, entry.After.Text is { } zh ? texts.Chinese.Of(zh) : "",
                entry.After.Text is { } en ? texts.English.Of(en) : "", entry.Author, entry.Reason ?? "");
        }

        return csv;
    }

    /// <summary>The whole inbox, read on from row to row; what changed meanwhile may be left out, nothing is there twice.</summary>
    static async Task<(AlarmHeadline Headline, List<InboxRow> Rows)> ReadAsync(
        IAlarmDesk desk, string? where, CancellationToken cancellationToken)
    {
        var seen = new HashSet<AlarmId>();
        var rows = new List<InboxRow>();
        InboxPage page;
        do
        {
            page = await desk.InboxAsync(new(where, After: rows.LastOrDefault(), Most: Page), cancellationToken);
            rows.AddRange(page.Rows.Where(row => seen.Add(row.Incident)));
        }
        while (page.Rows.Length == Page && rows.Count < MostRows);

        return (page.Headline, rows);
    }

    static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
