using System.Globalization;
using DcOps.Testing;

namespace DcOps.History.Tests.Influx;

/// <summary>A real VictoriaMetrics, which takes InfluxDB 2's writes.</summary>
public sealed class VictoriaMetricsDaemon : IAsyncDisposable
{
    readonly ScratchFolder _folder = new();
    readonly string _program = ExternalProgram.Find("victoria-metrics", "victoria-metrics");
    readonly int _port = FreePort.Tcp();
    readonly HttpClient _client = new();
    ExternalProgram? _process;

    public Uri Url => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            $"-storageDataPath={_folder.Of("data")}",
            string.Create(CultureInfo.InvariantCulture, $"-httpListenAddr=127.0.0.1:{_port}"),
            "-retentionPeriod=100y",
            // Without it, a row written twice is there twice.
            "-dedup.minScrapeInterval=1ms",
        ];
        _process = ExternalProgram.Start(_program, arguments);
        await _process.UntilListeningAsync(_port, cancellationToken);
    }

    /// <summary>It shows rows a moment after it acknowledged them; this ends the moment.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken) =>
        await _client.GetStringAsync(new Uri(Url, "internal/force_flush"), cancellationToken);

    /// <returns>Samples as JSON lines, in its export format.</returns>
    public async Task<string> ExportAsync(string selector, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        using var question = new FormUrlEncodedContent(
        [
            new("match[]", selector),
            new("start", Seconds(from)),
            new("end", Seconds(to)),
        ]);
        using var answer = await _client.PostAsync(new Uri(Url, "api/v1/export"), question, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>In order: it acknowledges rows that a <c>kill -9</c> within the next seconds would lose.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var stopping = _process!;
        _process = null;
        await using var signal = ExternalProgram.Start(
            ExternalProgram.Find("kill", "procps"), ["-TERM", stopping.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await stopping.UntilEndedAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _client.Dispose();
        _folder.Dispose();
    }

    static string Seconds(DateTimeOffset instant) =>
        (instant.ToUnixTimeMilliseconds() / 1_000.0).ToString("F3", CultureInfo.InvariantCulture);
}
