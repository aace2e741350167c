using System.Net;
using System.Text;

namespace DcOps.Planning.Tests.Dispatch;

/// <summary>An endpoint on no network: it keeps what it was asked and answers as the test has it.</summary>
sealed class EmulatedSite(Func<HttpRequestMessage, string, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
{
    public List<(string Line, string Body, HttpRequestMessage Request)> Asked { get; } = [];

    /// <summary>Requests that reach the site and whose answers are lost on the way.</summary>
    public int LoseNext { get; set; }

    public HttpClient Client() => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add(($"{request.Method} {request.RequestUri!.PathAndQuery}", body, request));
        var (status, text) = answer(request, body);
        if (LoseNext-- > 0)
            throw new TaskCanceledException("too late");
        return new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }
}
