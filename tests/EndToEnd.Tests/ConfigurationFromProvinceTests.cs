using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>A site's collector that knows only its name, its token and its province, which is not there yet when it starts.</summary>
public sealed class ConfigurationFromProvinceTests : IAsyncLifetime
{
    const string Token = "token-of-the-configured-site";
    readonly LivingProvince _province = new();
    readonly int _ingestPort = FreePort.Tcp();
    readonly int _collectorPort = FreePort.Tcp();
    readonly HttpClient _client = new();
    ExternalProgram? _collector;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _province.StartSimulatorAsync(facilities: 1, racks: 20, Cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_collector is not null)
            await _collector.DisposeAsync();
        _client.Dispose();
        await _province.DisposeAsync();
    }

    [Fact]
    public async Task Reads_what_the_province_says_takes_changes_while_it_runs_and_works_alone()
    {
        WriteConfiguration(_ => { });
        StartCollector();
        await UntilCollectorSaysAsync("nothing is read for want of a configuration");

        _province.LaunchProduct(ProvinceFile());
        await _province.UntilEveryRackIsLiveAsync(Cancellation);
        var devices = Site()["snmp"]!["devices"]!.AsArray().Count;
        var before = await _province.UntilPageAsync(
            "/collectors", "every device answers", page => page["nj-01-answering"] == devices, Cancellation);

        WriteConfiguration(site => site["snmp"]!["devices"]!.AsArray().RemoveAt(0));
        var changed = await _province.UntilPageAsync(
            "/collectors",
            "one device fewer is read",
            page => page["nj-01-answering"] == devices - 1 && page.Text("nj-01-configuration") != before.Text("nj-01-configuration"),
            Cancellation);

        WriteConfiguration(site => site["snmp"]!["devices"]![0]!["profile"] = "no-such-profile");
        var faulty = await _province.UntilPageAsync(
            "/collectors", "the fault is named", page => page.Html.Contains("no-such-profile", StringComparison.Ordinal), Cancellation);

        await _collector!.KillAsync();
        await _province.KillProductAsync();
        StartCollector();
        var alone = await UntilCollectorSaysAsync($"configuration {changed.Text("nj-01-configuration")}");

        Assert.Equal(changed.Text("nj-01-configuration"), faulty.Text("nj-01-configuration"));
        Assert.Equal(0, changed["nj-01-dropped"]);
        Assert.Contains("configuration", alone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_back_to_the_last_good_copy_when_the_collectors_of_a_newer_one_do_not_start_and_says_so()
    {
        WriteConfiguration(_ => { });
        _province.LaunchProduct(ProvinceFile());
        StartCollector();
        var devices = Site()["snmp"]!["devices"]!.AsArray().Count;
        await _province.UntilEveryRackIsLiveAsync(Cancellation);
        var good = await _province.UntilPageAsync(
            "/collectors", "every device answers", page => page["nj-01-answering"] == devices, Cancellation);

        // Every key of it is right; only the machine has given the port to another program.
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        WriteConfiguration(site => site["snmp"]!["notifications"] = new JsonObject { ["listen"] = $"{taken.Client.LocalEndPoint}" });
        var refused = await _province.UntilPageAsync(
            "/collectors",
            "the refusal is named, and every device answers the collectors of before",
            page => page.Html.Contains("its collectors do not start", StringComparison.Ordinal) && page["nj-01-answering"] == devices,
            Cancellation);
        var said = await UntilCollectorSaysAsync("its collectors do not start");

        await _collector!.KillAsync();
        StartCollector();
        var restarted = await UntilCollectorSaysAsync($"configuration {good.Text("nj-01-configuration")}");

        WriteConfiguration(site => site["snmp"]!["devices"]!.AsArray().RemoveAt(0));
        var changed = await _province.UntilPageAsync(
            "/collectors", "the next one runs", page => page["nj-01-answering"] == devices - 1, Cancellation);

        Assert.Equal(good.Text("nj-01-configuration"), refused.Text("nj-01-configuration"));
        Assert.Contains(good.Text("nj-01-configuration")!, said, StringComparison.Ordinal);
        Assert.Contains("configuration", restarted, StringComparison.Ordinal);
        Assert.NotEqual(good.Text("nj-01-configuration"), changed.Text("nj-01-configuration"));
        Assert.DoesNotContain("its collectors do not start", changed.Html, StringComparison.Ordinal);
        Assert.Equal(0, changed["nj-01-dropped"]);
    }

    void StartCollector() => _collector = ExternalProgram.Start(
        ProductProgram.Collector, ["--config", CollectorFile(), "--data", _province.Of("collector"), "--port", $"{_collectorPort}"]);

    async Task<string> UntilCollectorSaysAsync(string words)
    {
        var last = "";
        await _collector!.UntilAsync(words, async token =>
        {
            try
            {
                last = await _client.GetStringAsync(new Uri($"http://127.0.0.1:{_collectorPort}/readyz"), token);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
                return false;
            }

            return last.Contains(words, StringComparison.Ordinal);
        }, Cancellation);
        return last;
    }

    /// <summary>What the collector reads: its protocols alone, for the inventory is the province's.</summary>
    void WriteConfiguration(Action<JsonObject> change)
    {
        var site = Site();
        foreach (var section in new[] { "province", "cities", "facilities", "alarms", "history", "ledger", "planning" })
            site.Remove(section);
        change(site);
        Write("nj-01.json", site);
    }

    string ProvinceFile()
    {
        var site = Site();
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
                ["configuration"] = _province.OfSite("nj-01.json"),
            }),
        };
        return Write("province.json", site);
    }

    string CollectorFile() => Write("collector.json", new()
    {
        ["collector"] = new JsonObject
        {
            ["name"] = "nj-01",
            ["ingest"] = new JsonObject { ["address"] = $"http://127.0.0.1:{_ingestPort}", ["token"] = $"text:{Token}" },
            ["fromProvince"] = new JsonObject { ["every"] = "00:00:01" },
        },
    });

    JsonObject Site() => JsonNode.Parse(File.ReadAllText(_province.Site))!.AsObject();

    string Write(string name, JsonObject content)
    {
        // Beside the simulator's own, for the tables that it names.
        var path = _province.OfSite(name);
        File.WriteAllText(path, content.ToJsonString());
        return path;
    }
}
