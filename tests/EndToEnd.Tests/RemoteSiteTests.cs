using System.Text.Json.Nodes;
using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>A site's own collector process delivers to the province's, which is away for a while.</summary>
public sealed class RemoteSiteTests : IAsyncLifetime
{
    const string Token = "token-of-the-remote-site-test";
    readonly LivingProvince _province = new();
    readonly int _ingestPort = FreePort.Tcp();
    readonly int _collectorPort = FreePort.Tcp();
    ExternalProgram? _collector;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _province.StartSimulatorAsync(facilities: 1, racks: 20, Cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_collector is not null)
            await _collector.DisposeAsync();
        await _province.DisposeAsync();
    }

    [Fact]
    public async Task Delivers_and_delivers_again_after_the_province_was_away()
    {
        _province.LaunchProduct(ProvinceFile());
        _collector = ExternalProgram.Start(ProductProgram.Collector,
            ["--config", SiteFile(), "--data", _province.Of("collector"), "--port", $"{_collectorPort}"]);
        await _province.UntilEveryRackIsLiveAsync(Cancellation);
        var first = await EnergyAsync(_ => true);
        var from = first.Moment("pue-1-from")!.Value;

        await _province.KillProductAsync();
        await _collector.UntilAsync("the collector says that nobody takes deliveries", IsDegradedAsync, Cancellation);
        _province.LaunchProduct(ProvinceFile());
        await _province.UntilEveryRackIsLiveAsync(Cancellation);
        var before = first.Moment("pue-1-to")!.Value;
        var after = await EnergyAsync(stream => stream.Moment("pue-1-to") > before.AddMinutes(1));

        var to = after.Moment("pue-1-to")!.Value;
        var truth = (await _province.TrueWattHoursAsync("NJ-01", from, to, Cancellation))["utility"];
        Assert.Equal(truth, after["pue-1-facility-energy"]!.Value, LivingProvince.EdgeTolerance(truth, from, to));

        var heard = await _province.PageAsync("/collectors", Cancellation);
        await _collector.KillAsync();
        var silent = await _province.UntilPageAsync("/collectors", "the collector is called silent", page => page.Text("nj-01-state") == "silent", Cancellation);
        Assert.Equal("live", heard.Text("nj-01-state"));
        Assert.Equal(heard["nj-01-answering"], silent["nj-01-answering"]);
    }

    Task<LiveStream> EnergyAsync(Func<LiveStream, bool> says) => _province.UntilStreamAsync(
        "/facility/NJ-01", "a minute is closed", stream => stream["pue-1"] is not null && says(stream), Cancellation);

    async Task<bool> IsDegradedAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var state = await client.GetStringAsync(new Uri($"http://127.0.0.1:{_collectorPort}/readyz"), cancellationToken);
        return state.Contains("Degraded", StringComparison.Ordinal);
    }

    /// <summary>The province's side: no collector of its own, and an ingest.</summary>
    string ProvinceFile() => Write("province.json", site =>
    {
        site.Remove("snmp");
        site.Remove("mqtt");
        site["ingest"] = new JsonObject
        {
            ["address"] = $"http://127.0.0.1:{_ingestPort}",
            ["collectors"] = new JsonArray(new JsonObject
            {
                ["name"] = "nj-01",
                ["token"] = $"text:{Token}",
                ["facilities"] = new JsonArray("NJ-01"),
            }),
        };
    });

    /// <summary>The site's side: the collectors, and where to deliver.</summary>
    string SiteFile() => Write("collector.json", site => site["collector"] = new JsonObject
    {
        ["name"] = "nj-01",
        ["ingest"] = new JsonObject { ["address"] = $"http://127.0.0.1:{_ingestPort}", ["token"] = $"text:{Token}" },
    });

    string Write(string name, Action<JsonObject> change)
    {
        var site = JsonNode.Parse(File.ReadAllText(_province.Site))!.AsObject();
        change(site);
        // Beside the simulator's own, for the tables that it names.
        var path = _province.OfSite(name);
        File.WriteAllText(path, site.ToJsonString());
        return path;
    }
}
