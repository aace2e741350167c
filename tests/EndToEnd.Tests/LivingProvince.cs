using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>The simulator and the product as two processes, as <c>deploy/run</c> starts them, on ports and in a folder of their own.</summary>
public sealed class LivingProvince : IAsyncDisposable
{
    readonly ScratchFolder _folder = new();
    readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    readonly int _port = FreePort.Tcp();
    readonly int _brokerPort = FreePort.Tcp();
    readonly int _controlPort = FreePort.Tcp();
    readonly int _snmpPort = FreePort.Udp();
    ExternalProgram? _simulator;
    ExternalProgram? _product;

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    public string Data => _folder.Of("data");

    public string Site => _folder.Of("simulator", "site.json");

    /// <summary>A path in the test's own folder.</summary>
    public string Of(string name) => _folder.Of(name);

    /// <summary>A path in the folder of the simulator's site file.</summary>
    public string OfSite(string name) => _folder.Of("simulator", name);

    /// <summary>What both processes printed, for the message of a failed test.</summary>
    public string Output => $"{_product?.Output}\n── simulator\n{_simulator?.Output}";

    /// <summary>Starts both; returns when every rack is live on the first page.</summary>
    public async Task StartAsync(int facilities, int racks, CancellationToken cancellationToken)
    {
        await StartSimulatorAsync(facilities, racks, cancellationToken);
        await StartProductAsync(cancellationToken);
    }

    /// <summary>Starts the simulator alone; returns when its site file is written.</summary>
    public async Task StartSimulatorAsync(int facilities, int racks, CancellationToken cancellationToken)
    {
        _simulator = ExternalProgram.Start(ProductProgram.Simulator,
        [
            "--facilities", Text(facilities), "--racks", Text(racks), "--data", _folder.Of("simulator"), "--site", Site,
            "--broker", $"127.0.0.1:{_brokerPort}", "--snmp-port", Text(_snmpPort), "--control-port", Text(_controlPort),
        ]);
        await _simulator.UntilAsync("its site file", _ => Task.FromResult(File.Exists(Site)), cancellationToken);
    }

    /// <summary>Starts the product on the data it left; returns when every rack is live.</summary>
    public async Task StartProductAsync(CancellationToken cancellationToken)
    {
        LaunchProduct(Site);
        await UntilEveryRackIsLiveAsync(cancellationToken);
    }

    /// <summary>Starts the product on a configuration of the test's own, and does not wait.</summary>
    public void LaunchProduct(string configuration) => _product = ExternalProgram.Start(ProductProgram.Standalone,
        ["--config", configuration, "--data", Data, "--port", Text(_port), "--broker-port", Text(_brokerPort)]);

    public async Task UntilEveryRackIsLiveAsync(CancellationToken cancellationToken)
    {
        await _product!.UntilAsync("every rack is live", async token =>
        {
            var page = await TryPageAsync("/", token);
            return page is not null && page["racks-total"] > 0 && page["racks-live"] == page["racks-total"];
        }, cancellationToken);
    }

    /// <summary>What the page's stream says now: every value of the page, and the ones that stand behind them.</summary>
    internal async Task<LiveStream> StreamAsync(string path, CancellationToken cancellationToken) =>
        await LiveStream.ReadAsync(_client, new Uri($"{Address}/live{path}"), cancellationToken);

    /// <summary>Waits until the page's stream says what is asked; three minutes at most, for minutes close late.</summary>
    internal async Task<LiveStream> UntilStreamAsync(
        string path, string what, Func<LiveStream, bool> says, CancellationToken cancellationToken)
    {
        LiveStream? last = null;
        await _product!.UntilAsync(
            what,
            async token => says(last = await StreamAsync(path, token)),
            cancellationToken,
            TimeSpan.FromMinutes(3));
        return last!;
    }

    /// <summary>What the simulated site's registers truly counted between two instants, by role, in watt-hours.</summary>
    public async Task<IReadOnlyDictionary<string, double>> TrueWattHoursAsync(
        string facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var query = $"facility={facility}&from={Uri.EscapeDataString(from.ToString("O", CultureInfo.InvariantCulture))}"
            + $"&to={Uri.EscapeDataString(to.ToString("O", CultureInfo.InvariantCulture))}";
        using var answer = await _client.GetAsync(
            new Uri($"http://127.0.0.1:{Text(_controlPort)}/truth/energy?{query}"), cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"No truth: {await answer.Content.ReadAsStringAsync(cancellationToken)}");

        var truth = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return truth.GetProperty("wattHours").EnumerateObject()
            .ToDictionary(role => role.Name, role => role.Value.GetDouble(), StringComparer.Ordinal);
    }

    /// <summary>The true state of the facility's coolant loops, room by room.</summary>
    internal async Task<JsonArray> TrueLiquidAsync(string facility, CancellationToken cancellationToken) =>
        (await _client.GetFromJsonAsync<JsonArray>(
            new Uri($"http://127.0.0.1:{Text(_controlPort)}/truth/liquid?facility={facility}"), cancellationToken))!;

    /// <summary>
    /// How far a total may be from the truth because of when it was read: on a busy machine an answer is a second and a
    /// half late, at either edge of the period. A poll lost or counted twice would be ten seconds.
    /// </summary>
    internal static double EdgeTolerance(double wattHours, DateTimeOffset from, DateTimeOffset to) => 4 + (wattHours / (to - from).TotalSeconds * 3);

    /// <summary>Waits, a minute at most, until the page says what is asked.</summary>
    internal async Task<LivePage> UntilPageAsync(string path, string what, Func<LivePage, bool> says, CancellationToken cancellationToken)
    {
        LivePage? last = null;
        await _product!.UntilAsync(what, async token => (last = await TryPageAsync(path, token)) is not null && says(last), cancellationToken);
        return last!;
    }

    internal async Task<LivePage> PageAsync(string path, CancellationToken cancellationToken) =>
        new(await _client.GetStringAsync(new Uri(Address + path), cancellationToken));

    public Task KillProductAsync() => _product!.KillAsync();

    /// <summary>Gives the simulator a fault, in its own words: <c>silent NJ-01/R01/A01 pdu-a --for 1m</c>.</summary>
    public async Task FaultAsync(CancellationToken cancellationToken, params string[] words)
    {
        await using var client = ExternalProgram.Start(
            ProductProgram.Simulator, ["fault", .. words, "--control-port", Text(_controlPort)]);
        await client.UntilEndedAsync(cancellationToken);
    }

    /// <summary>Has the simulator play a scenario by its name; it stands until it is cleared.</summary>
    public async Task ScenarioAsync(CancellationToken cancellationToken, params string[] words)
    {
        await using var client = ExternalProgram.Start(
            ProductProgram.Simulator, ["scenario", .. words, "--control-port", Text(_controlPort)]);
        await client.UntilEndedAsync(cancellationToken);
        if (client.ExitCode != 0)
            throw new InvalidOperationException(client.Output);
    }

    /// <summary>What the simulator knows to be true.</summary>
    public async Task<JsonElement> TruthAsync(string path, CancellationToken cancellationToken) =>
        await _client.GetFromJsonAsync<JsonElement>(new Uri($"http://127.0.0.1:{Text(_controlPort)}{path}"), cancellationToken);

    /// <summary>What the product answers as JSON.</summary>
    internal async Task<T> JsonAsync<T>(string path, CancellationToken cancellationToken) =>
        (await _client.GetFromJsonAsync<T>(new Uri(Address + path), cancellationToken))!;

    /// <summary>What the product answers as text.</summary>
    internal Task<string> TextAsync(string path, CancellationToken cancellationToken) =>
        _client.GetStringAsync(new Uri(Address + path), cancellationToken);

    internal Task UntilProductAsync(
        string what, Func<CancellationToken, Task<bool>> says, TimeSpan limit, CancellationToken cancellationToken) =>
        _product!.UntilAsync(what, says, cancellationToken, limit);

    /// <summary>Ends the product as Ctrl-C does; returns its exit code.</summary>
    public Task<int> StopProductAsync(CancellationToken cancellationToken) => _product!.TerminateAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_product is not null)
            await _product.DisposeAsync();
        if (_simulator is not null)
            await _simulator.DisposeAsync();
        _client.Dispose();
        _folder.Dispose();
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    async Task<LivePage?> TryPageAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await PageAsync(path, cancellationToken);
        }
        catch (HttpRequestException)
        {
            // Not listening yet, or not ready: the caller asks again until its limit.
            return null;
        }
    }
}
