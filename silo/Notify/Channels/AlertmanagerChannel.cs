using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Telemetry;

namespace DcOps.Notify.Channels;

/// <summary>
/// Alertmanager by its v2 API: every open incident is an alert that ends by itself unless it is shown again, so that a product that is
/// gone leaves nothing standing for ever; one that is over is ended at once. Routing is Alertmanager's own. Its silences are read back.
/// </summary>
sealed class AlertmanagerChannel(ChannelOptions options, string? key, HttpClient http, TimeProvider time, NoticeText texts) : INoticeChannel
{
    const int MostAtOnce = 500;

    // Shown again four times a minute.
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Dictionary<AlarmId, ShownAlert> _shown = [];

    public string Name => options.Name;

    public string Kind => KebabCase.Of(options.Kind);

    public bool CarriesNotices => false;

    public ImmutableArray<NoticeSilence>? Silences { get; private set; }

    public Task<SentNotice> SendAsync(Notice notice, NotifiedIncident incident, NoticeWords words, CancellationToken cancellationToken) =>
        Task.FromResult(new SentNotice(Name, null));

    public async Task<string?> ShowAsync(ImmutableArray<NotifiedIncident> open, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var standing = open.Where(incident => incident is { IsOver: false, Annunciated: > 0 }).ToDictionary(incident => incident.Id);
        var ended = _shown.Where(shown => !standing.ContainsKey(shown.Key)).ToList();
        var alerts = ended.Select(shown => Body(shown.Value, now)).ToList();
        foreach (var (id, incident) in standing)
        {
            var alert = Alert(incident, _shown.GetValueOrDefault(id));
            // Labels are the alert's identity: one that became more urgent is another, and the one before ends.
            if (_shown.TryGetValue(id, out var before) && before.Labels["severity"] != alert.Labels["severity"])
                alerts.Add(Body(before, now));
            alerts.Add(Body(alert, now + Lasts));
            // Also what could not be shown may have arrived, and is ended when it is over.
            _shown[id] = alert;
        }

        var fault = await PostAsync(alerts, cancellationToken);
        foreach (var (id, _) in fault is null ? ended : [])
            _shown.Remove(id);
        return fault ?? await ReadSilencesAsync(cancellationToken);
    }

    async Task<string?> PostAsync(List<Dictionary<string, object>> alerts, CancellationToken cancellationToken)
    {
        foreach (var some in alerts.Chunk(MostAtOnce))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Of("api/v2/alerts")) { Content = JsonContent.Create(some, options: Plain) };
            using var answer = await http.SendAsync(Known(request), cancellationToken);
            if (!answer.IsSuccessStatusCode)
                return $"answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}";
        }

        return null;
    }

    async Task<string?> ReadSilencesAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Of("api/v2/silences"));
        using var answer = await http.SendAsync(Known(request), cancellationToken);
        if (!answer.IsSuccessStatusCode)
            return $"answered {(int)answer.StatusCode} when asked for its silences";
        try
        {
            Silences = SilenceList.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return null;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return $"answered silences that cannot be read: {fault.Message}";
        }
    }

    HttpRequestMessage Known(HttpRequestMessage request)
    {
        if (key is not null)
        {
            request.Headers.Authorization = options.User is { } user
                ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{key}")))
                : new AuthenticationHeaderValue("Bearer", key);
        }

        return request;
    }

    // An address with a path keeps it: Alertmanager may stand behind a prefix.
    Uri Of(string path) => new($"{options.Address.AbsoluteUri.TrimEnd('/')}/{path}");

    ShownAlert Alert(NotifiedIncident incident, ShownAlert? before)
    {
        var notice = new Notice(incident.Id, NoticeKind.Raised, Name, "", 0, 0, incident.Id, incident.Priority, incident.Alarms, incident.Reason, 0);
        var (zh, en) = (texts.Of(notice, incident, isChinese: true), texts.Of(notice, incident, isChinese: false));
        var labels = AlertLabels.Of(incident);
        var impact = incident.Impact;
        return new(
            before?.Labels.SetItem("severity", labels["severity"]) ?? labels,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["summary"] = en.Title,
                ["summary_zh"] = zh.Title,
                ["description"] = en.Body,
                ["description_zh"] = zh.Body,
                ["racks"] = NoticeText.Number(impact.Racks),
                ["power_kw"] = impact.Power is { } power ? NoticeText.Number(power.Watts / 1_000) : "",
                ["jobs"] = impact.Jobs is { } jobs ? NoticeText.Number(jobs) : "",
            },
            before?.StartsAt ?? incident.AnnunciatedAt, en.Link);
    }

    static Dictionary<string, object> Body(ShownAlert alert, DateTimeOffset endsAt)
    {
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["labels"] = alert.Labels,
            ["annotations"] = alert.Annotations,
            ["startsAt"] = alert.StartsAt.UtcDateTime,
            ["endsAt"] = endsAt.UtcDateTime,
        };
        if (alert.Link is { } link)
            body["generatorURL"] = link;
        return body;
    }

    sealed record ShownAlert(
        ImmutableSortedDictionary<string, string> Labels, Dictionary<string, string> Annotations, DateTimeOffset StartsAt, string? Link);
}
