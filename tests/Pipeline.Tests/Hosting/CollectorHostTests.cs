using System.Net;

namespace DcOps.Collectors.Pipeline.Tests.Hosting;

public sealed class CollectorHostTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_its_sample_configuration_valid()
    {
        await using var collector = new CollectorProcess();

        var (code, output) = await CollectorProcess.RunAsync("--config", collector.Configuration(), "--check");

        Assert.Equal("", string.Concat(output.Split('\n').Where(line => line.Length > 0 && !line.EndsWith("is valid.", StringComparison.Ordinal))));
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("\"ingest\": {", "\"inges\": {", ":25: collector.inges: 'inges' is not a known key here; check its spelling.")]
    [InlineData("https://dcops", "ftp://dcops", ":25: collector.ingest.address: 'ftp://dcops.example.org:8443' is no address of the form https://host:port.")]
    [InlineData("\"mostBytes\": 8589934592", "\"mostBytes\": 1", ":28: collector.outbox.mostBytes: The field MostBytes must be between 1048576 and 4398046511104.")]
    [InlineData("\"name\": \"nj-01\"", "\"name\": \"NJ 01\"", ":22: collector.name: must be small letters, digits, dots and hyphens, not ending in .ahead.")]
    [InlineData("\"name\": \"nj-01\"", "\"name\": \"nj-01.ahead\"", ":22: collector.name: must be small letters, digits, dots and hyphens, not ending in .ahead.")]
    public async Task Stops_with_file_line_key_and_reason_when_its_configuration_is_wrong(string replace, string by, string expected)
    {
        await using var collector = new CollectorProcess();
        var file = collector.Configuration(replace, by);

        var (code, output) = await CollectorProcess.RunAsync("--config", file, "--check");

        Assert.Equal(2, code);
        Assert.Contains(file + expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_when_nobody_said_where_the_silo_is()
    {
        await using var collector = new CollectorProcess();
        var file = collector.Configuration("\"ingest\": { \"address\": \"https://dcops.example.org:8443\" },", "");

        var (code, output) = await CollectorProcess.RunAsync("--config", file);

        Assert.Equal(2, code);
        Assert.Contains("collector.ingest: is missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_without_broker_and_silo_and_says_how_it_is()
    {
        await using var collector = new CollectorProcess();
        using var client = await collector.StartAsync(collector.Configuration("https://dcops.example.org:8443", "http://127.0.0.1:9"));

        using var alive = await client.GetAsync("/healthz", Token);
        using var ready = await client.GetAsync("/readyz", Token);
        var metrics = await client.GetStringAsync("/metrics", Token);

        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.StartsWith("collectors: Healthy: delivering; 0 batches wait for their receipts", await ready.Content.ReadAsStringAsync(Token));
        Assert.Contains("dcops_collector_outbox_batches 0", metrics, StringComparison.Ordinal);
        Assert.Contains("dcops_collector_outbox_dropped_batches_total{reason=\"disk-full\"} 0", metrics, StringComparison.Ordinal);
    }
}
