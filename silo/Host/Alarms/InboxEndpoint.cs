using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.Alarms.Wording;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Alarms;

/// <summary>
/// The inbox and the journal as JSON, for scripts and trials on this machine: nobody has signed in here, so nobody elsewhere may ask.
/// </summary>
static class InboxEndpoint
{
    const int Most = 5_000;

    static readonly AlarmWording Chinese = AlarmWording.Chinese(BusinessCalendar.Shanghai.Zone);
    static readonly AlarmWording English = AlarmWording.English(BusinessCalendar.Shanghai.Zone);

    public static void MapInbox(this WebApplication app)
    {
        app.MapGet("/alarms/inbox.json", InboxAsync);
        app.MapGet("/alarms/journal.json", JournalAsync);
    }

    /// <summary>Incidents, worst first, each with its texts in words and its ids.</summary>
    static async Task<IResult> InboxAsync(string? where, HttpContext context, IAlarmDesk desk, CancellationToken cancellationToken)
    {
        if (IsFromElsewhere(context))
            return Results.NotFound();

        var page = await desk.InboxAsync(new(Where: where, Most: Most), cancellationToken);
        return Results.Json(page.Rows.Select(row => new
        {
            Incident = row.Incident.ToString(),
            Facility = row.Facility.Value,
            row.Place,
            State = $"{row.State}",
            Priority = $"{row.Priority}",
            row.Alarms,
            row.Standing,
            row.Impact.Racks,
            Watts = row.Impact.Power?.Watts,
            row.IsFlapping,
            row.IsDataMissing,
            row.FirstAt,
            row.ChangedAt,
            Title = English.Of(row.Title),
            Reason = English.Of(row.Reason),
            ChineseTitle = Chinese.Of(row.Title),
            ChineseReason = Chinese.Of(row.Reason),
        }));
    }

    /// <summary>Entries of the journal, newest first.</summary>
    static async Task<IResult> JournalAsync(
        string? where, HttpContext context, IAlarmDesk desk, CancellationToken cancellationToken)
    {
        if (IsFromElsewhere(context))
            return Results.NotFound();

        try
        {
            var entries = await desk.JournalAsync(new JournalQuery(Where: where, Most: Most), cancellationToken);
            return Results.Json(entries.Select(entry => new
            {
                Entry = entry.Id.ToString(),
                Alarm = entry.After.Id.ToString(),
                Event = $"{entry.Event}",
                Location = entry.After.Key.Location.Path,
                Point = entry.After.Key.Point.ToString(),
                entry.After.Key.Rule,
                State = $"{entry.To}",
                entry.At,
                entry.RecordedAt,
                entry.Author,
            }));
        }
        catch (JournalUnavailableException fault)
        {
            return Results.Text(fault.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    static bool IsFromElsewhere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && !System.Net.IPAddress.IsLoopback(address);
}
