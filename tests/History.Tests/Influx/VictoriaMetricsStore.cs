using DcOps.Domain.History;
using DcOps.History.Influx;
using DcOps.History.Tests.Conformance;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.History.Tests.Influx;

/// <summary>The write path of InfluxDB 2 into VictoriaMetrics, read back by the tests' own reader.</summary>
sealed class VictoriaMetricsStore : StoreUnderTest
{
    readonly VictoriaMetricsDaemon _daemon = new();
    readonly InfluxHttp _http;

    VictoriaMetricsStore()
    {
        _http = new(
            new InfluxOptions.Version2(_daemon.Url, "province", "history", Token: null, TimeSpan.FromSeconds(30)), TimeProvider.System);
        Writer = new InfluxWriter(_http, new(Prometheus.Metrics.NewCustomRegistry()), NullLogger<InfluxWriter>.Instance);
        Reader = new VictoriaMetricsReader(_daemon);
    }

    public override IHistoryWriter Writer { get; }

    public override IHistoryReader Reader { get; }

    // It keeps samples as decimals of limited length.
    public override bool KeepsEveryDigit => false;

    // Everything is a double there.
    public override long LargestExactWattHours => (1L << 53) - 1;

    // Each field is a series of its own.
    public override bool ShowsWholeRows => false;

    // Of samples at one instant it keeps one, and does not promise which.
    public override bool ReplacesByKey => false;

    public static async Task<VictoriaMetricsStore> StartAsync()
    {
        var store = new VictoriaMetricsStore();
        await store._daemon.StartAsync(CancellationToken.None);
        return store;
    }

    // It promises to survive an orderly stop only.
    public override async Task RestartAsync()
    {
        await TakeAwayAsync();
        await BringBackAsync();
    }

    public override Task TakeAwayAsync() => _daemon.StopAsync(CancellationToken.None);

    public override Task BringBackAsync() => _daemon.StartAsync(CancellationToken.None);

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _daemon.DisposeAsync();
    }
}
