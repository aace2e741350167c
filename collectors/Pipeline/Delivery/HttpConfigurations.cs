using System.Net;
using DcOps.Contracts.Collectors;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Asks a silo far away what this collector is to read, over the same address and token as deliveries.</summary>
/// <param name="client">With the silo's base address.</param>
public sealed class HttpConfigurations(HttpClient client, string? token, TimeProvider time)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What the province says; silence and refusal are answers here, not exceptions.</summary>
    /// <param name="known">Version that need not be sent again; null when none is known.</param>
    public async Task<ConfigurationAnswer> AskAsync(string? known, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = Request(known);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.NotModified => new ConfigurationAnswer.Unchanged(),
                HttpStatusCode.OK => await ReadAsync(response, either.Token),
                _ => new ConfigurationAnswer.Nothing(
                    $"the province answers {(int)response.StatusCode}: {await SentenceAsync(response, either.Token)}"),
            };
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new ConfigurationAnswer.Nothing("the province did not answer in time");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new ConfigurationAnswer.Nothing($"the province cannot be reached: {fault.Message}");
        }
    }

    static async Task<ConfigurationAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength is not (> 0 and <= SiteConfigurationJson.MostBytes))
            return new ConfigurationAnswer.Nothing("the province's answer has no length, or is too long");

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var version = SiteConfigurationJson.VersionOf(body);
        return response.Headers.ETag?.Tag == SiteConfigurationJson.TagOf(version)
            ? new ConfigurationAnswer.Offered(version, body)
            : new ConfigurationAnswer.Nothing("the configuration was changed or cut on its way: its digest is another than the province says");
    }

    /// <summary>The first line of a refusal, not longer than a person reads.</summary>
    static async Task<string> SentenceAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers is not { ContentType.MediaType: "text/plain", ContentLength: null or < 4_096 })
            return $"{response.StatusCode}";
        var text = (await response.Content.ReadAsStringAsync(cancellationToken)).Split('\n')[0];
        return text[..Math.Min(text.Length, 300)];
    }

    HttpRequestMessage Request(string? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, SiteConfigurationJson.Path);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(new(SiteConfigurationJson.TagOf(known)));
        return request;
    }
}
