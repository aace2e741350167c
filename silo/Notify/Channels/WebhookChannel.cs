using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Telemetry;

namespace DcOps.Notify.Channels;

/// <summary>
/// A webhook. The plain form is signed: header <c>DcOps-Signature</c> is <c>t=SECONDS,v1=HEX</c> with HMAC-SHA256 over
/// <c>SECONDS.BODY</c>; a receiver refuses what is older than five minutes. Header <c>Idempotency-Key</c> is the notice's key: the same
/// when it is sent again. Robots of WeCom, DingTalk and Feishu take the text in their own shape and sign in their own way.
/// </summary>
sealed class WebhookChannel(ChannelOptions options, string? key, HttpClient http, TimeProvider time) : INoticeChannel
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A wrong token, key or signature does not become right by trying: WeCom 93000, DingTalk 310000 and 300001, Feishu 19001, 19021 and 19024.
    static readonly HashSet<long> Refusals = [93000, 310000, 300001, 19001, 19021, 19024];

    public string Name => options.Name;

    public string Kind => KebabCase.Of(options.Kind);

    public bool CarriesNotices => true;

    public ImmutableArray<NoticeSilence>? Silences => [];

    public Task<string?> ShowAsync(ImmutableArray<NotifiedIncident> open, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<SentNotice> SendAsync(Notice notice, NotifiedIncident incident, NoticeWords words, CancellationToken cancellationToken)
    {
        var (address, body) = Shape(notice, incident, words);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", notice.Key.ToString());
        if (options.Kind == ChannelKind.Webhook && key is not null)
            request.Headers.Add("DcOps-Signature", Signature(body, key, time.GetUtcNow()));
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return Judge(answer, text);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
        {
            return new(Name, fault.Message);
        }
    }

    /// <summary>As a receiver checks it.</summary>
    public static string Signature(string body, string key, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{seconds}.{body}")))}";
    }

    (Uri Address, string Body) Shape(Notice notice, NotifiedIncident incident, NoticeWords words)
    {
        var text = $"{words.Title}\n{words.Body}";
        return options.Kind switch
        {
            ChannelKind.WeCom => (options.Address, JsonSerializer.Serialize(new { msgtype = "text", text = new { content = text } }, Plain)),
            ChannelKind.DingTalk => (DingTalkAddress(), JsonSerializer.Serialize(new { msgtype = "text", text = new { content = text } }, Plain)),
            ChannelKind.Feishu => (options.Address, FeishuBody(text)),
            _ => (options.Address, JsonSerializer.Serialize(
                new
                {
                    key = notice.Key.ToString(),
                    kind = KebabCase.Of(notice.Kind),
                    incident = notice.Incident.ToString(),
                    level = KebabCase.Of(notice.Priority),
                    target = notice.Target,
                    title = words.Title,
                    body = words.Body,
                    link = words.Link,
                    alarms = notice.Alarms,
                    unacknowledged = incident.Unacknowledged,
                    heldBack = notice.HeldBack,
                    locations = incident.Locations.Select(location => location.Path),
                },
                Plain)),
        };
    }

    /// <summary>DingTalk: HMAC-SHA256 of "milliseconds\nsecret" with the secret as key, in the query.</summary>
    Uri DingTalkAddress()
    {
        if (key is null)
            return options.Address;
        var milliseconds = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{milliseconds}\n{key}")));
        return new($"{options.Address}{(options.Address.Query.Length > 0 ? "&" : "?")}timestamp={milliseconds}&sign={Uri.EscapeDataString(sign)}");
    }

    /// <summary>Feishu: HMAC-SHA256 of nothing with "seconds\nsecret" as key, in the body.</summary>
    string FeishuBody(string text)
    {
        var content = new { text };
        if (key is null)
            return JsonSerializer.Serialize(new { msg_type = "text", content }, Plain);
        var seconds = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{seconds}\n{key}"), ReadOnlySpan<byte>.Empty));
        return JsonSerializer.Serialize(new { timestamp = seconds, sign, msg_type = "text", content }, Plain);
    }

    SentNotice Judge(HttpResponseMessage answer, string text)
    {
        if (answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500)
            return new(Name, $"answered {(int)answer.StatusCode}", answer.Headers.RetryAfter?.Delta);
        if (!answer.IsSuccessStatusCode)
            return new(Name, $"refused with {(int)answer.StatusCode}", IsFinal: answer.StatusCode != HttpStatusCode.RequestTimeout);
        if (options.Kind == ChannelKind.Webhook)
            return new(Name, null);

        // Robots answer 200 and say in the body what went wrong.
        try
        {
            using var document = JsonDocument.Parse(text);
            var code = document.RootElement.TryGetProperty("errcode", out var errcode) || document.RootElement.TryGetProperty("code", out errcode)
                ? errcode.GetInt64()
                : 0;
            return code == 0
                ? new(Name, null)
                : new(Name, string.Create(CultureInfo.InvariantCulture, $"answered code {code}"), TimeSpan.FromMinutes(1), Refusals.Contains(code));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return new(Name, "answered something that is no JSON of a robot");
        }
    }
}
