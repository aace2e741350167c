using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>The collector as a host runs it, on a configuration of one test.</summary>
sealed class RunningCollector : IAsyncDisposable
{
    /// <summary>Facility NJ-01 with room R01 and racks A01 to A99.</summary>
    static readonly Inventory Site = new(
        ProvinceId.Parse("JS"), new("江苏", "Jiangsu"), [new(CityCode.Parse("NJ"), new("南京", "Nanjing"), null, null)], [Facility()]);

    readonly ServiceProvider _services;

    RunningCollector(ServiceProvider services) => _services = services;

    public MqttCollector Collector => _services.GetRequiredService<MqttCollector>();

    public LogSignal Log => _services.GetRequiredService<LogSignal>();

    public static async Task<RunningCollector> StartAsync(RecordingSink sink, string mqttSection)
    {
        var document = ConfigurationDocument.Parse("site.json", $$"""{ "mqtt": {{mqttSection}} }""");
        var log = new LogSignal();
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(log)
            .AddSingleton<IReadingSink>(sink)
            .AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Debug))
            .AddMqttCollector(document, Site)
            .BuildServiceProvider();
        document.ThrowIfFaulty();
        var running = new RunningCollector(services);
        await running.Collector.StartAsync(TestContext.Current.CancellationToken);
        return running;
    }

    /// <summary>A broker entry with short waits.</summary>
    public static string Broker(string name, int port, string more = "") =>
        $$"""{ "name": "{{name}}", "address": "127.0.0.1:{{port}}", "reconnectMinimum": "00:00:00.010", "reconnectMaximum": "00:00:00.050" {{more}} }""";

    public async Task UntilAsync(BrokerState state)
    {
        await Log.UntilAsync(() => Collector.Brokers[0].State == state);
        Assert.Equal(state, Collector.Brokers[0].State);
    }

    public async ValueTask DisposeAsync()
    {
        await Collector.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    static Facility Facility()
    {
        var room = new RoomId(FacilityId.Parse("NJ-01"), "R01");
        var racks = Enumerable.Range(1, 99).Select(number => new Rack(new(room, $"A{number:00}"), Power.FromKilowatts(8)));
        return new(room.Facility, CityCode.Parse("NJ"), new("南京一", "Nanjing 1"), [new(room, new("一号", "One"), [.. racks])], [], null);
    }
}
