using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DcOps.Testing.Platforms;

/// <summary>
/// A platform of the online monitoring of key energy users on a real port, with an interface of its own making: it tells items by their
/// key, keeps what it was sent, and fails as it is told.
/// </summary>
public sealed class EnergyPlatform : IAsyncDisposable
{
    public const string TakenCode = "0";
    public const string DuplicateCode = "1";
    public const string RefusedCode = "9";

    readonly WebApplication _app;
    readonly Lock _gate = new();
    readonly List<string> _keys = [];
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<PlatformFault> _faults = new();
    readonly ConcurrentQueue<(string Path, string Body)> _others = new();
    TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _messages;

    EnergyPlatform(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    /// <summary>What to do with the next messages of data, in order; after them all is taken.</summary>
    public IEnumerable<PlatformFault> Faults
    {
        set
        {
            foreach (var fault in value)
                _faults.Enqueue(fault);
        }
    }

    /// <summary>Item codes that it never takes.</summary>
    public ConcurrentDictionary<string, bool> Refuses { get; } = new(StringComparer.Ordinal);

    /// <summary>Turns what was posted into the data: where the test knows the keys, it decrypts here.</summary>
    public Func<string, string> Open { get; set; } = body => body;

    /// <summary>Keys as they were taken, in order, each once.</summary>
    public ImmutableArray<string> Keys
    {
        get
        {
            lock (_gate)
                return [.. _keys];
        }
    }

    /// <summary>Messages of data that arrived, failed ones included.</summary>
    public int Messages => Volatile.Read(ref _messages);

    /// <summary>What came by other paths, in order.</summary>
    public ImmutableArray<(string Path, string Body)> Others => [.. _others];

    public string Version { get; set; } = "1";

    public static async Task<EnergyPlatform> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var platform = new EnergyPlatform(app);
        app.MapPost("/api/data", platform.DataAsync);
        app.MapPost("/api/{step}", platform.StepAsync);
        app.MapGet("/api/version", () => Results.Text($$$"""{"head":{"code":"{{{TakenCode}}}"},"version":"{{{platform.Version}}}"}"""));
        app.MapGet("/api/base", () => Results.Text($$$"""{"head":{"code":"{{{TakenCode}}}"},"tables":[{{{platform.Version}}}]}"""));
        await app.StartAsync();
        return platform;
    }

    /// <summary>Waits until so many items were taken; a minute at most.</summary>
    /// <exception cref="TimeoutException">They were not; the message says how many.</exception>
    public Task UntilTakenAsync(int items, CancellationToken cancellationToken) =>
        UntilAsync(() => Keys.Length >= items, () => $"{Keys.Length} of {items} items were taken in {Messages} messages", cancellationToken);

    /// <summary>Waits until so many messages of data arrived; a minute at most.</summary>
    public Task UntilMessagesAsync(int messages, CancellationToken cancellationToken) =>
        UntilAsync(() => Messages >= messages, () => $"{Messages} of {messages} messages arrived", cancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    static string KeyOf(JsonNode item, JsonNode message) =>
        $"{message["deviceId"]}|{item["dataIndex"]}|{item["statType"]}|{item["statDate"]}|{item["revision"]}";

    async Task UntilAsync(Func<bool> isSo, Func<string> how, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            while (true)
            {
                Task change;
                lock (_gate)
                    change = _change.Task;
                if (isSo())
                    return;
                await change.WaitAsync(limit.Token);
            }
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(how(), fault);
        }
    }

    async Task DataAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var fault = _faults.TryDequeue(out var next) ? next : PlatformFault.None;
        var code = fault is PlatformFault.Unavailable or PlatformFault.Gibberish ? "" : Take(Open(body));
        if (fault == PlatformFault.Twice)
            Take(Open(body));
        Changed(counts: true);
        switch (fault)
        {
            case PlatformFault.Unavailable:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case PlatformFault.LostReply:
                context.Abort();
                return;
            case PlatformFault.Gibberish:
                await context.Response.WriteAsync("<html>gateway</html>");
                return;
            case PlatformFault.TooLate:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            default:
                await context.Response.WriteAsync($$$"""{"head":{"code":"{{{code}}}"}}""");
                return;
        }
    }

    async Task StepAsync(HttpContext context, string step)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        _others.Enqueue((step, Open(await reader.ReadToEndAsync(context.RequestAborted))));
        await context.Response.WriteAsync($$$"""{"head":{"code":"{{{TakenCode}}}"},"service":"{{{Url}}}api"}""");
    }

    string Take(string data)
    {
        var message = JsonNode.Parse(data)!;
        var items = message["items"]!.AsArray();
        if (items.Any(item => Refuses.ContainsKey(item!["dataIndex"]!.ToString())))
            return RefusedCode;

        lock (_gate)
        {
            var fresh = items.Select(item => KeyOf(item!, message)).Where(_known.Add).ToList();
            _keys.AddRange(fresh);
            return fresh.Count > 0 ? TakenCode : DuplicateCode;
        }
    }

    void Changed(bool counts)
    {
        lock (_gate)
        {
            _messages += counts ? 1 : 0;
            _change.TrySetResult();
            _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
