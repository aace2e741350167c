using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Simulator.Control;
using DcOps.Simulator.Options;
using DcOps.Simulator.Running;
using DcOps.Simulator.State;
using DcOps.Simulator.Tests.Mqtt;
using DcOps.Testing;
using Microsoft.AspNetCore.Builder;

namespace DcOps.Simulator.Tests.Running;

/// <summary>The whole program, in this process, on ports of its own.</summary>
public sealed class SimulatorHostTests : IDisposable
{
    readonly ScratchFolder _folder = new();
    readonly SimulatorArguments _arguments;

    public SimulatorHostTests() => _arguments = new(
        new(3, 30), Seed: 5, _folder.Path, _folder.Of("site.json"), new("127.0.0.1", FreePort.Tcp()), FreePort.Udp(), FreePort.Tcp());

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Writes_a_site_that_the_product_accepts_when_it_is_ready()
    {
        await using var app = await StartAsync();

        var document = ConfigurationDocument.Parse(_arguments.Site, await File.ReadAllTextAsync(_arguments.Site, Ending));
        var inventory = InventoryLoader.Load(document);

        Assert.NotNull(inventory);
        Assert.Equal("JS", inventory.Province.Value);
        Assert.Equal(13, inventory.Cities.Length);
        Assert.Equal((3, 30), (inventory.Facilities.Length, inventory.RackCount));
        Assert.True(inventory.TryGet(RackId.Parse("NJ-01/R01/A01"), out var rack));
        Assert.Equal(8, rack.ProvisionedPower.Kilowatts);
        Assert.Contains(new BoundaryMeter("utility-1", MeterRole.UtilityEntrance), inventory.Facilities[0].Meters);
        Assert.Contains(new BoundaryMeter("ups-output-1", MeterRole.UpsOutput), inventory.Facilities[0].Meters);
    }

    [Fact]
    public async Task Tells_the_true_energy_of_a_window_and_refuses_one_it_has_not_seen()
    {
        await using var app = await StartAsync();
        using var http = Control();

        var all = await http.GetFromJsonAsync<EnergyTruth>("/truth/energy?facility=NJ-01", ControlForm, Ending);
        using var before = await http.GetAsync(new Uri("/truth/energy?facility=NJ-01&from=2020-01-01T00:00:00Z", UriKind.Relative), Ending);
        using var nowhere = await http.GetAsync(new Uri("/truth/energy?facility=NJ-77", UriKind.Relative), Ending);

        Assert.True(all!.WattHours["utility"] > all.WattHours["ups-output"]);
        Assert.True(all.WattHours["ups-output"] > all.WattHours["it-input"]);
        Assert.Equal(all.WattHours["utility"] / all.WattHours["ups-output"], all.PueCategory1!.Value, precision: 9);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (before.StatusCode, nowhere.StatusCode));
    }

    [Fact]
    public async Task Tells_a_racks_true_registers_and_what_its_pdus_show()
    {
        await using var app = await StartAsync();
        using var http = Control();

        var rack = await http.GetFromJsonAsync<RackTruth>("/truth/rack/NJ-01/R01/A01", ControlForm, Ending);

        Assert.Equal(["pdu-a", "pdu-b"], rack!.Feeds.Select(feed => feed.Device));
        Assert.All(rack.Feeds, feed => Assert.Equal(0, feed.RegisterWattHours % 100));
    }

    [Fact]
    public async Task Takes_lists_and_clears_faults_from_the_command_line()
    {
        await using var app = await StartAsync();

        var put = await FaultAsync("silent NJ-01/R01/A01 pdu-a --for 10m");
        var list = await FaultAsync("list");
        var refused = await FaultAsync("silent NJ-01/R01/A01 pdu-z");
        var cleared = await FaultAsync("clear");
        var empty = await FaultAsync("list");

        Assert.Equal(0, put.Code);
        Assert.StartsWith("  1  silent NJ-01/R01/A01 pdu-a  until ", put.Output, StringComparison.Ordinal);
        Assert.Equal(put.Output, list.Output);
        Assert.Equal((1, "There is no device 'pdu-z' at 'NJ-01/R01/A01'.\n"), (refused.Code, refused.Errors));
        Assert.Equal("1 ended.\n", cleared.Output);
        Assert.Equal("No fault stands.\n", empty.Output);
    }

    [Fact]
    public async Task Says_that_no_simulator_answers_when_none_runs()
    {
        var answer = await FaultAsync("list");

        Assert.Equal(1, answer.Code);
        Assert.StartsWith("No simulator answers at http://127.0.0.1:", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_again_where_it_stopped()
    {
        var app = await StartAsync();
        await app.StopAsync(Ending);
        await app.DisposeAsync();
        var kept = new StateFile(_folder.Path).Read()!;

        await using var again = await StartAsync();
        await again.StopAsync(Ending);

        var after = new StateFile(_folder.Path).Read()!;
        Assert.Equal((1, 2), (kept.Starts, after.Starts));
        Assert.True(after.At > kept.At || after.At == kept.At);
        Assert.All(after.Sites.Zip(kept.Sites), sites => Assert.True(sites.First.Energy.Utility >= sites.Second.Energy.Utility));
    }

    [Fact]
    public async Task Publishes_its_meters_to_a_broker_that_comes_after_it()
    {
        await using var app = await StartAsync();
        await using var broker = await Mosquitto.StartAsync(_arguments.Broker.Port, Ending);

        var messages = await broker.NextAsync("dc/NJ-01/plant/utility-1", count: 1, Ending);

        using var json = JsonDocument.Parse(Assert.Single(messages).Split(' ', 2)[1]);
        Assert.True(json.RootElement.GetProperty("activeEnergyWh").GetInt64() > 0);
        Assert.True(json.RootElement.GetProperty("activePowerW").GetDouble() > 1_000);
    }

    static JsonSerializerOptions ControlForm { get; } = new(JsonSerializerDefaults.Web);

    async Task<WebApplication> StartAsync()
    {
        var app = SimulatorHost.Build(_arguments);
        await app.StartAsync(Ending);
        return app;
    }

    HttpClient Control() => new()
    {
        BaseAddress = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_arguments.ControlPort}")),
    };

    async Task<(int Code, string Output, string Errors)> FaultAsync(string line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        string[] words = [.. line.Split(' '), "--control-port", _arguments.ControlPort.ToString(CultureInfo.InvariantCulture)];
        var code = await FaultClient.RunAsync(words, output, errors, Ending);
        return (code, output.ToString(), errors.ToString());
    }
}
