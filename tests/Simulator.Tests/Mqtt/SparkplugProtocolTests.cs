using DcOps.Collectors.Mqtt.Publishing;
using DcOps.Collectors.Mqtt.Sparkplug;
using DcOps.Domain.Topology;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Mqtt;
using DcOps.Simulator.Tests.Model;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Simulator.Tests.Mqtt;

/// <summary>The edge node as a host hears it, at a real broker.</summary>
public sealed class SparkplugProtocolTests : IAsyncLifetime
{
    const string Node = "spBv1.0/NJ-02";

    static readonly string[] Devices = ["utility-1", "ups-input-1", "cooling-1", "house-1", "ups-output-1", "weather", "crah-r01-a"];

    readonly Played _played = new();
    readonly CancellationTokenSource _stop = new();
    Mosquitto? _broker;
    Listener? _host;
    SparkplugProtocol? _protocol;
    PublisherLink? _link;
    Task _running = Task.CompletedTask;

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _broker = await Mosquitto.StartAsync(FreePort.Tcp(), Ending);
        _host = await Listener.StartAsync(_broker.Port, "spBv1.0/#", Ending);
        var facility = FacilityId.Parse("NJ-02");
        _protocol = new(facility, [.. _played.Devices.Plant.Where(device => device.Location.Facility == facility)], new("127.0.0.1", _broker.Port), _played.Time);
        _link = new(_protocol.Session, _played.Time, NullLogger<PublisherLink>.Instance);
        _running = _link.RunAsync(token => _protocol.GreetAsync(_link, token), _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        if (_host is not null)
            await _host.DisposeAsync();
        if (_broker is not null)
            await _broker.DisposeAsync();
        _protocol?.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task Is_born_with_all_its_meters_before_it_says_anything_else()
    {
        var birth = await NextAsync($"{Node}/NBIRTH/gateway");
        var meters = await MetersAsync("DBIRTH");

        Assert.Equal(0u, birth.Sequence);
        Assert.Equal(["bdSeq", "Node Control/Rebirth"], birth.Metrics.Select(metric => metric.Name));
        Assert.Equal([1u, 2u, 3u, 4u, 5u, 6u, 7u], meters.Select(meter => meter.Sequence));
        Assert.Equal(["activePowerW", "activeEnergyWh", "serial", "ratedPowerW"], meters[0].Metrics.Select(metric => metric.Name));
        Assert.All(meters.SelectMany(meter => meter.Metrics), metric => Assert.NotNull(metric.Alias));
    }

    [Fact]
    public async Task Reports_by_alias_the_register_that_the_meter_shows()
    {
        await NextAsync($"{Node}/NBIRTH/gateway");
        var births = await MetersAsync("DBIRTH");

        _played.Pass(TimeSpan.FromSeconds(20));
        await ReportAsync();
        var data = await NextAsync($"{Node}/DDATA/gateway/utility-1");

        var alias = births[0].Metrics.Single(metric => metric.Name == "activeEnergyWh").Alias;
        var register = Assert.Single(data.Metrics, metric => metric.Alias == alias);
        var meter = _played.Device<MeterDevice>("NJ-02", "utility-1");
        Assert.Equal(8u, data.Sequence);
        Assert.All(data.Metrics, metric => Assert.Null(metric.Name));
        Assert.Equal(meter.Register.CountsAt(meter.TrueMillijoules), register.Value!.Number(SparkplugType.Int64)!.Value);
    }

    [Fact]
    public async Task Is_born_again_in_the_same_life_when_a_host_asks()
    {
        var first = await NextAsync($"{Node}/NBIRTH/gateway");
        await MetersAsync("DBIRTH");

        var command = new SparkplugPayload(DateTimeOffset.UnixEpoch, null, [SparkplugMetric.Of(
            SparkplugPayload.Rebirth, SparkplugType.Boolean, new SparkplugValue.Boolean(true), DateTimeOffset.UnixEpoch)]);
        await _host!.SayAsync($"{Node}/NCMD/gateway", SparkplugEncoder.Encode(command), Ending);
        await NextAsync($"{Node}/NCMD/gateway");
        var second = await NextAsync($"{Node}/NBIRTH/gateway");
        var meters = await MetersAsync("DBIRTH");

        Assert.Equal(0u, second.Sequence);
        Assert.Equal(first.Metrics[0].Value, second.Metrics[0].Value);
        Assert.Equal(Devices.Length, meters.Length);
    }

    [Fact]
    public async Task A_meter_that_falls_silent_dies_and_is_born_again()
    {
        await NextAsync($"{Node}/NBIRTH/gateway");
        await MetersAsync("DBIRTH");

        var fault = _played.Faults.Put(new(FaultKind.Silent, "NJ-02", "utility-1", null, null));
        await ReportAsync();
        var death = await NextAsync($"{Node}/DDEATH/gateway/utility-1");
        await MetersAsync("DDATA", Devices[1..]);
        _played.Faults.Clear(fault.Id);
        await ReportAsync();
        var birth = await NextAsync($"{Node}/DBIRTH/gateway/utility-1");

        Assert.Empty(death.Metrics);
        Assert.Equal("activePowerW", birth.Metrics[0].Name);
    }

    [Fact]
    public async Task A_cut_lets_the_broker_publish_the_death_of_this_very_life()
    {
        var birth = await NextAsync($"{Node}/NBIRTH/gateway");
        await MetersAsync("DBIRTH");

        _link!.IsCut = true;
        var death = await NextAsync($"{Node}/NDEATH/gateway");

        Assert.Null(death.Sequence);
        Assert.Equal(birth.Metrics[0].Value, Assert.Single(death.Metrics).Value);
    }

    Task ReportAsync() => _protocol!.ReportAsync(_link!, Ending);

    Task<SparkplugPayload[]> MetersAsync(string kind) => MetersAsync(kind, Devices);

    async Task<SparkplugPayload[]> MetersAsync(string kind, string[] devices)
    {
        var payloads = new List<SparkplugPayload>();
        foreach (var device in devices)
            payloads.Add(await NextAsync($"{Node}/{kind}/gateway/{device}"));
        return [.. payloads];
    }

    async Task<SparkplugPayload> NextAsync(string topic)
    {
        var (heard, payload) = await _host!.NextAsync(Ending);
        Assert.Equal(topic, heard);
        return SparkplugDecoder.Decode(payload)!;
    }
}
