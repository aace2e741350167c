using DcOps.Domain.Configuration;
using DcOps.Domain.History;
using DcOps.History.Configuration;
using DcOps.History.Embedded;
using DcOps.History.Feed;
using DcOps.History.Influx;
using DcOps.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Configuration;

public sealed class HistoryCompositionTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{}", "history")]
    [InlineData("""{ "history": {} }""", "history")]
    [InlineData("""{ "history": { "kind": "embedded", "folder": "elsewhere" } }""", "elsewhere")]
    public async Task Without_more_history_is_embedded_in_the_data_folder(string json, string folder)
    {
        await using var services = Compose(json);

        Assert.IsType<EmbeddedHistory>(services.GetRequiredService<IHistoryReader>());
        Assert.Same(services.GetRequiredService<IHistoryReader>(), services.GetRequiredService<IHistoryWriter>());
        Assert.Equal(_folder.Of(folder), services.GetRequiredService<EmbeddedOptions>().Folder);
        Assert.Same(services.GetRequiredService<IHistoryFeed>(), services.GetRequiredService<IHostedService>());
        Assert.Equal(_folder.Of("history-spool"), services.GetRequiredService<FeedOptions>().SpoolFolder);
    }

    [Fact]
    public async Task Every_embedded_key_is_heeded()
    {
        await using var services = Compose("""{ "history": { "keepDays": 30, "memoryMegabytes": 256, "spoolMegabytes": 64 } }""");

        var options = services.GetRequiredService<EmbeddedOptions>();
        Assert.Equal((30, 256), (options.KeepDays, options.MemoryMegabytes));
        Assert.Equal(64 << 20, services.GetRequiredService<FeedOptions>().SpoolBytes);
    }

    [Fact]
    public async Task Every_key_of_version_1_is_heeded()
    {
        await using var services = Compose("""
            { "history": { "kind": "influx", "version": "1", "url": "http://db:8086", "database": "dcops",
                           "user": "writer", "password": "text:secret", "timeout": "00:00:03" } }
            """);

        Assert.Equal(
            new InfluxOptions.Version1(new Uri("http://db:8086"), "dcops", "writer", "secret", TimeSpan.FromSeconds(3)),
            services.GetRequiredService<InfluxOptions>());
        Assert.IsType<InfluxWriter>(services.GetRequiredService<IHistoryWriter>());
        Assert.IsType<InfluxReader>(services.GetRequiredService<IHistoryReader>());
    }

    [Fact]
    public async Task Every_key_of_version_2_is_heeded()
    {
        await using var services = Compose("""
            { "history": { "kind": "influx", "version": "2", "url": "https://db", "org": "province", "bucket": "history", "token": "text:t" } }
            """);

        Assert.Equal(
            new InfluxOptions.Version2(new Uri("https://db"), "province", "history", "t", TimeSpan.FromSeconds(10)),
            services.GetRequiredService<InfluxOptions>());
    }

    [Theory]
    [InlineData("""{ "kind": "postgres" }""", "history.kind")]
    [InlineData("""{ "colour": "blue" }""", "history.colour")]
    [InlineData("""{ "kind": "embedded", "url": "http://db" }""", "history.url")]
    [InlineData("""{ "keepDays": 0 }""", "history.keepDays")]
    [InlineData("""{ "folder": "" }""", "history.folder")]
    [InlineData("""{ "memoryMegabytes": 1 }""", "history.memoryMegabytes")]
    [InlineData("""{ "spoolMegabytes": 0 }""", "history.spoolMegabytes")]
    [InlineData("""{ "kind": "influx" }""", "history.version", "history.url")]
    [InlineData("""{ "kind": "influx", "version": "3", "url": "http://db" }""", "history.version")]
    [InlineData("""{ "kind": "influx", "version": "1", "url": "db:8086", "database": "d" }""", "history.url")]
    [InlineData("""{ "kind": "influx", "version": "1", "url": "http://db" }""", "history.database")]
    [InlineData("""{ "kind": "influx", "version": "1", "url": "http://db", "database": "d", "token": "text:t" }""", "history.token")]
    [InlineData("""{ "kind": "influx", "version": "2", "url": "http://db", "org": "o" }""", "history.bucket")]
    [InlineData("""{ "kind": "influx", "version": "2", "url": "http://db", "org": "o", "bucket": "b", "database": "d" }""", "history.database")]
    [InlineData("""{ "kind": "influx", "version": "2", "url": "http://db", "org": "o", "bucket": "b", "folder": "f" }""", "history.folder")]
    [InlineData("""{ "kind": "influx", "version": "2", "url": "http://db", "org": "o", "bucket": "b", "token": "hush" }""", "history.token")]
    [InlineData("""{ "kind": "influx", "version": "2", "url": "http://db", "org": "o", "bucket": "b", "token": "env:DCOPS_NO_SUCH" }""", "history.token")]
    [InlineData("""{ "kind": "influx", "version": "1", "url": "http://db", "database": "d", "timeout": "01:00:00" }""", "history.timeout")]
    public void A_wrong_section_is_refused_by_the_name_of_its_key(string section, params string[] keys)
    {
        var document = ConfigurationDocument.Parse("site.json", $$"""{ "history": {{section}} }""");

        new ServiceCollection().AddDcOpsHistory(document, _folder.Path);
        var refusal = Assert.Throws<ConfigurationException>(document.ThrowIfFaulty);

        Assert.Equal(keys, refusal.Faults.Select(fault => fault.Key).Distinct());
        Assert.All(refusal.Faults, fault => Assert.Equal(("site.json", 1), (fault.File, fault.Line)));
        Assert.DoesNotContain("hush", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_composed_feed_writes_what_it_is_offered_and_stops_in_order()
    {
        await using var services = Compose("{}");
        var feed = services.GetRequiredService<HistoryFeed>();

        await feed.StartAsync(TestContext.Current.CancellationToken);
        feed.Offer(Batch(Interval()));
        await feed.StopAsync(TestContext.Current.CancellationToken);

        var rows = await services.GetRequiredService<IHistoryReader>().IntervalsAsync(
            SampleFacility, At(0), At(15), TestContext.Current.CancellationToken);
        Assert.Equal([Interval()], rows);
    }

    ServiceProvider Compose(string json)
    {
        var document = ConfigurationDocument.Parse("site.json", json);
        var services = new ServiceCollection().AddLogging().AddDcOpsHistory(document, _folder.Path);
        document.ThrowIfFaulty();
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
