using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Telemetry;

namespace DcOps.Notify.Channels;

/// <summary>Short messages by a gateway over HTTP, in the shape that the configuration gives.</summary>
sealed partial class SmsChannel(ChannelOptions options, string? key, HttpClient http) : INoticeChannel
{
    readonly GatewayOptions _gateway = options.Gateway ?? throw new ArgumentException("A gateway is missing.", nameof(options));

    public string Name => options.Name;

    public string Kind => KebabCase.Of(options.Kind);

    public bool CarriesNotices => true;

    public ImmutableArray<NoticeSilence>? Silences => [];

    public Task<string?> ShowAsync(ImmutableArray<NotifiedIncident> open, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<SentNotice> SendAsync(Notice notice, NotifiedIncident incident, NoticeWords words, CancellationToken cancellationToken)
    {
        var text = $"{words.Title}\n{words.Body}";
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["to"] = string.Join(',', Recipients.Of(options, notice.Target)),
            ["text"] = text.Length > _gateway.MostCharacters ? $"{text[..(_gateway.MostCharacters - 1)]}…" : text,
            ["title"] = words.Title,
            ["level"] = KebabCase.Of(notice.Priority),
            ["notice"] = notice.Key.ToString(),
            ["key"] = key ?? "",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Fill(options.Address.OriginalString, values, Uri.EscapeDataString))
        {
            Content = new StringContent(Fill(_gateway.Body, values, Escape), Encoding.UTF8, _gateway.Form switch
            {
                GatewayForm.Json => "application/json",
                GatewayForm.Form => "application/x-www-form-urlencoded",
                _ => "text/plain",
            }),
        };
        foreach (var (name, value) in _gateway.Headers)
            request.Headers.TryAddWithoutValidation(name, Fill(value, values, each => each.ReplaceLineEndings(" ")));
        request.Headers.TryAddWithoutValidation("Idempotency-Key", notice.Key.ToString());
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return Judge(answer, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
        {
            return new(Name, fault.Message);
        }
    }

    SentNotice Judge(HttpResponseMessage answer, string text) => (int)answer.StatusCode switch
    {
        429 or >= 500 => new(Name, $"answered {(int)answer.StatusCode}", answer.Headers.RetryAfter?.Delta),
        < 200 or >= 300 => new(Name, $"refused with {(int)answer.StatusCode}", IsFinal: (int)answer.StatusCode != 408),
        _ when _gateway.Accepts is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking) =>
            new(Name, $"answered what is no receipt: {(text.Length > 200 ? text[..200] : text)}"),
        _ => new(Name, null),
    };

    string Escape(string value) => _gateway.Form switch
    {
        GatewayForm.Json => JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        GatewayForm.Form => Uri.EscapeDataString(value),
        _ => value,
    };

    // One pass: what is filled in is not read for placeholders again.
    static string Fill(string template, Dictionary<string, string> values, Func<string, string> escape) =>
        Placeholder().Replace(template, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? escape(value) : match.Value);

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
