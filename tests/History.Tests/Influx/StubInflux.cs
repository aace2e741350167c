using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using DcOps.Testing;

namespace DcOps.History.Tests.Influx;

/// <summary>An HTTP server that says what the test wants and remembers what it was asked.</summary>
sealed class StubInflux : IAsyncDisposable
{
    readonly HttpListener _listener = new();
    readonly Task _serving;

    public StubInflux()
    {
        Url = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Tcp()}/"));
        _listener.Prefixes.Add(Url.ToString());
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public Uri Url { get; }

    public ConcurrentQueue<StubRequest> Requests { get; } = new();

    public IEnumerable<StubRequest> Writes => Requests.Where(request => request.Path.Contains("write", StringComparison.Ordinal));

    /// <summary>What a write is answered with; null never answers.</summary>
    public Func<StubRequest, (int Status, string Body)?> Answer { get; set; } = _ => (204, "");

    /// <summary>Completed when a write came that is never answered.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                await ServeOneAsync(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    async Task ServeOneAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var request = new StubRequest(
            context.Request.Url!.AbsolutePath, context.Request.Url.Query, context.Request.Headers["Authorization"], await reader.ReadToEndAsync());
        Requests.Enqueue(request);
        var answer = request.Path == "/query" ? (200, """{"results":[{"statement_id":0}]}""") : Answer(request);
        if (answer is not { } given)
        {
            Hanging.TrySetResult();
            return;
        }

        context.Response.StatusCode = given.Item1;
        if (given.Item1 != 204)
            await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(given.Item2));
        context.Response.Close();
    }
}
