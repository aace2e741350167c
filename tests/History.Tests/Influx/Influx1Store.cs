using System.Globalization;
using DcOps.Domain.History;
using DcOps.History.Influx;
using DcOps.History.Tests.Conformance;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.History.Tests.Influx;

/// <summary>The Influx store over InfluxDB 1.x, in a database of the test's own.</summary>
sealed class Influx1Store : StoreUnderTest
{
    static int _databases;

    readonly InfluxDaemon _daemon;
    readonly InfluxHttp _http;

    public Influx1Store(InfluxDaemon daemon)
    {
        _daemon = daemon;
        Database = string.Create(CultureInfo.InvariantCulture, $"history {Interlocked.Increment(ref _databases)}");
        _http = new(
            new InfluxOptions.Version1(daemon.Url, Database, User: null, Password: null, TimeSpan.FromSeconds(30)), TimeProvider.System);
        Writer = new InfluxWriter(_http, Metrics, NullLogger<InfluxWriter>.Instance);
        Reader = new InfluxReader(_http);
    }

    public string Database { get; }

    public HistoryMetrics Metrics { get; } = new(Prometheus.Metrics.NewCustomRegistry());

    public override IHistoryWriter Writer { get; }

    public override IHistoryReader Reader { get; }

    public override async Task RestartAsync()
    {
        await _daemon.KillAsync();
        await _daemon.StartAsync(CancellationToken.None);
    }

    public override Task TakeAwayAsync() => _daemon.KillAsync();

    public override Task BringBackAsync() => _daemon.StartAsync(CancellationToken.None);

    public override ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
