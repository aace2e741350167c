using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DcOps.Benchmarks.AlarmLatency;

/// <summary>
/// Prometheus that scrapes and evaluates every second, its Alertmanager that waits for nothing, and the receiver of its webhook. The
/// same process exposes the values.
/// </summary>
sealed class PrometheusPair : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, double> _values = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _received = new(StringComparer.Ordinal);
    readonly List<Process> _processes = [];
    readonly WebApplication _app;

    PrometheusPair(WebApplication app) => _app = app;

    /// <returns>Null where one of the two is not installed.</returns>
    public static async Task<PrometheusPair?> StartAsync(string folder, int port)
    {
        if (Find("prometheus") is not { } prometheus || Find("prometheus-alertmanager") is not { } alertmanager)
            return null;

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Text(port)}");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var pair = new PrometheusPair(builder.Build());
        pair._app.MapGet("/metrics", pair.Exposed);
        pair._app.MapPost("/hook", pair.TakeAsync);
        await pair._app.StartAsync();
        await WriteAsync(folder, port);
        pair.Run(prometheus, $"--config.file={folder}/prometheus.yml", $"--storage.tsdb.path={folder}/prometheus", $"--web.listen-address=127.0.0.1:{Text(port + 1)}", "--log.level=error");
        pair.Run(alertmanager, $"--config.file={folder}/alertmanager.yml", $"--storage.path={folder}/alertmanager", $"--web.listen-address=127.0.0.1:{Text(port + 2)}", "--cluster.listen-address=", "--log.level=error");
        return pair;
    }

    /// <summary>Exposes a value; completes with the timestamp at which the receiver was told of it.</summary>
    public Task<long> CrossAsync(string place, double value)
    {
        var received = _received.GetOrAdd(place, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        _values[place] = value;
        return received.Task;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await _app.DisposeAsync();
    }

    string Exposed() => string.Concat(_values.Select(each => $"probe_temperature{{place=\"{each.Key}\"}} {each.Value.ToString(CultureInfo.InvariantCulture)}\n"));

    async Task TakeAsync(HttpRequest request)
    {
        var now = Stopwatch.GetTimestamp();
        using var document = await JsonDocument.ParseAsync(request.Body);
        foreach (var alert in document.RootElement.GetProperty("alerts").EnumerateArray())
        {
            if (_received.TryGetValue(alert.GetProperty("labels").GetProperty("place").GetString() ?? "", out var received))
                received.TrySetResult(now);
        }
    }

    void Run(string program, params string[] arguments) => _processes.Add(Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!);

    static async Task WriteAsync(string folder, int port)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "prometheus.yml"), $$"""
            global: { scrape_interval: 1s, evaluation_interval: 1s }
            rule_files: [ rules.yml ]
            scrape_configs: [ { job_name: probe, static_configs: [ { targets: [ "127.0.0.1:{{Text(port)}}" ] } ] } ]
            alerting: { alertmanagers: [ { static_configs: [ { targets: [ "127.0.0.1:{{Text(port + 2)}}" ] } ] } ] }
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "rules.yml"), $$"""
            groups: [ { name: probe, rules: [ { alert: Probe, expr: "probe_temperature > {{Text(ProbedSilo.Limit)}}" } ] } ]
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "alertmanager.yml"), $$"""
            route: { receiver: bench, group_by: [ place ], group_wait: 0s, group_interval: 1s }
            receivers: [ { name: bench, webhook_configs: [ { url: "http://127.0.0.1:{{Text(port)}}/hook", send_resolved: false } ] } ]
            """);
    }

    static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin")
        .Select(each => Path.Combine(each, program)).FirstOrDefault(File.Exists);

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
