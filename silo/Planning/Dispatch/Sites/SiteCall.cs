using System.Net;
using System.Text;
using System.Text.Json;

namespace DcOps.Planning.Dispatch.Sites;

/// <summary>One request to a site over HTTP, and what its answer is worth.</summary>
sealed class SiteCall(HttpClient http)
{
    /// <returns>Status and body; null when nobody answered, or too late.</returns>
    public async Task<(HttpStatusCode Status, JsonElement? Body, string Text)?> AskAsync(
        HttpMethod method, Uri address, string? body, string mediaType, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return (answer.StatusCode, Parse(text), text.Length > 500 ? text[..500] : text);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>What may pass is unknown and asked again; every other refusal is one.</summary>
    public static SiteAnswer Judge((HttpStatusCode Status, JsonElement? Body, string Text)? answer) => answer switch
    {
        null => new(SiteVerdict.Unknown, "no answer"),
        { Status: >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices } => SiteAnswer.Taken,
        { Status: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } =>
            new(SiteVerdict.Unknown, $"{(int)answer.Value.Status} {answer.Value.Text}"),
        _ => new(SiteVerdict.Refused, $"{(int)answer.Value.Status} {answer.Value.Text}"),
    };

    static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
