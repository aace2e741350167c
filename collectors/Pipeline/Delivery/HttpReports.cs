using System.Net.Http.Headers;
using DcOps.Contracts.Collectors;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Reports to a silo far away, over the same address and token as deliveries.</summary>
/// <param name="token">Sent as bearer token; null when none is asked for.</param>
public sealed class HttpReports(HttpClient client, string? token) : ICollectorReports
{
    public async Task SendAsync(CollectorReport report, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, CollectorReportJson.Path)
        {
            Content = new ByteArrayContent(CollectorReportJson.Encode(report)) { Headers = { ContentType = new(CollectorReportJson.MediaType) } },
        };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
