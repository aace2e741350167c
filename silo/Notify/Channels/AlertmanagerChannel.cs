using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Telemetry;

namespace DcOps.Notify.Channels;

/// <summary>
/// Alertmanager by its v2 API: every open incident is an alert that ends by itself unless it is shown again, so that a product that is
/// gone leaves nothing standing for ever; one that is over is ended at once. Routing is Alertmanager's own.
/// </summary>
sealed class AlertmanagerChannel(ChannelOptions options, HttpClient http, TimeProvider time, NoticeText texts) : INoticeChannel
{
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly HashSet<AlarmId> _shown = [];

    public string Name => options.Name;

    public string Kind => KebabCase.Of(options.Kind);

    public bool CarriesNotices => false;

    public Task<SentNotice> SendAsync(Notice notice, NotifiedIncident incident, NoticeWords words, CancellationToken cancellationToken) =>
        Task.FromResult(new SentNotice(Name, null));

    public async Task<string?> ShowAsync(ImmutableArray<NotifiedIncident> open, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var alerts = open.Where(incident => incident.Annunciated > 0 || _shown.Contains(incident.Id)).Select(incident => Alert(incident, now)).ToList();
        if (alerts.Count == 0)
            return null;
        using var answer = await http.PostAsJsonAsync(new Uri(options.Address, "api/v2/alerts"), alerts, Plain, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            return $"answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}";

        _shown.Clear();
        _shown.UnionWith(open.Where(incident => incident.Annunciated > 0).Select(incident => incident.Id));
        return null;
    }

    Dictionary<string, object> Alert(NotifiedIncident incident, DateTimeOffset now)
    {
        var isOver = incident.IsOver || incident.Annunciated == 0;
        var notice = new Notice(
            incident.Id, NoticeKind.Raised, Name, "", 0, 0, incident.Id, incident.Priority, incident.Alarms, incident.Reason, 0);
        var (zh, en) = (texts.Of(notice, incident, isChinese: true), texts.Of(notice, incident, isChinese: false));
        var alert = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["labels"] = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["alertname"] = incident.Reason.Id,
                ["incident"] = incident.Id.ToString(),
                ["severity"] = KebabCase.Of(incident.Priority),
                ["facility"] = incident.Locations.IsEmpty ? "" : incident.Locations[0].Facility.Value,
                ["location"] = incident.Locations.IsEmpty ? "" : incident.Locations[0].Path,
            },
            ["annotations"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["summary"] = en.Title, ["summary_zh"] = zh.Title, ["description"] = en.Body },
            ["startsAt"] = incident.AnnunciatedAt.UtcDateTime,
            ["endsAt"] = (isOver ? now : now + Lasts).UtcDateTime,
        };
        if (en.Link is { } link)
            alert["generatorURL"] = link;
        return alert;
    }
}
