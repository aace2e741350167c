using System.Collections.Concurrent;
using DcOps.Testing;

namespace DcOps.Notify.Tests;

/// <summary>The other side of a webhook: keeps what it was sent and answers as the test says.</summary>
sealed class Receiver : IAsyncDisposable
{
    readonly WebApplication _app;

    Receiver(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public Uri Address { get; }

    public ConcurrentQueue<(string Body, string? Key, string? Signature)> Received { get; } = new();

    /// <summary>Answer to the next one: status and body.</summary>
    public Func<int, (int Status, string Body)> Answer { get; set; } = _ => (200, "");

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        var address = new Uri($"http://127.0.0.1:{FreePort.Tcp()}/");
        builder.WebHost.UseUrls(address.AbsoluteUri);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        var receiver = new Receiver(app, new(address, "hook"));
        app.MapPost("/hook", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            receiver.Received.Enqueue((await reader.ReadToEndAsync(), context.Request.Headers["Idempotency-Key"], context.Request.Headers["DcOps-Signature"]));
            var (status, body) = receiver.Answer(receiver.Received.Count);
            context.Response.StatusCode = status;
            if (status == 429)
                context.Response.Headers.RetryAfter = "7";
            if (status == 302)
                context.Response.Headers.Location = "/elsewhere";
            await context.Response.WriteAsync(body);
        });
        await app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
