using System.Globalization;
using DcOps.Collectors.Mqtt;
using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>The collector in a process of its own: says READY, and what it took when its input ends.</summary>
static class CollectorAlone
{
    public static async Task RunAsync(int port, int racks, int qualityOfService, bool toRooms)
    {
        var inventory = LoadSite.Inventory(racks);
        var folder = Directory.CreateTempSubdirectory("dcops-mqtt-");
        using var outbox = toRooms
            ? Outbox.Open(new() { Folder = folder.FullName, Collector = "load" }, TimeProvider.System, NullLogger<Outbox>.Instance)
            : null;
        var rooms = new RoomsIngest(inventory);
        var delivery = new DeliveryOptions();
        using var pump = outbox is null ? null : new OutboxPump(outbox, rooms, delivery, TimeProvider.System, NullLogger<OutboxPump>.Instance);
        using var batcher = outbox is null ? null : new ReadingBatcher(outbox, delivery, TimeProvider.System, NullLogger<ReadingBatcher>.Instance);
        var sink = new CountingSink(batcher);
        var document = ConfigurationDocument.Parse("load.json", LoadSite.Configuration(racks, port, qualityOfService));
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IReadingSink>(sink)
            .AddLogging(logging => logging.AddProvider(NullLoggerProvider.Instance))
            .AddMqttCollector(document, inventory);
        document.ThrowIfFaulty();
        await using var provider = services.BuildServiceProvider();
        var collector = provider.GetRequiredService<MqttCollector>();
        if (pump is not null && batcher is not null)
        {
            await pump.StartAsync(CancellationToken.None);
            await batcher.StartAsync(CancellationToken.None);
        }

        await collector.StartAsync(CancellationToken.None);
        while (collector.Brokers[0].State != BrokerState.Connected)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        await Console.Error.WriteLineAsync("READY");

        await UntilQuietAsync(sink, long.Parse((await Console.In.ReadLineAsync())!, CultureInfo.InvariantCulture));
        sink.Begin();
        await Console.Error.WriteLineAsync("WARM");
        var cpu = Environment.CpuUsage.TotalTime;
        await UntilQuietAsync(sink, long.Parse((await Console.In.ReadLineAsync())!, CultureInfo.InvariantCulture));
        await collector.StopAsync(CancellationToken.None);
        if (batcher is not null && pump is not null)
        {
            await batcher.StopAsync(CancellationToken.None);
            await pump.StopAsync(CancellationToken.None);
        }

        var used = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"busy_s\":{sink.BusySeconds:0.000},\"received\":{sink.Messages},\"readings\":{sink.Readings},\"accepted\":{rooms.Accepted},\"left\":{outbox?.Count ?? 0},\"cpu_s\":{used:0.000}}}"));
        outbox?.Dispose();
        folder.Delete(recursive: true);
    }

    // All of them are here, or none came for ten seconds.
    static async Task UntilQuietAsync(CountingSink sink, long expected)
    {
        for (var (quiet, last) = (0, -1L); quiet < 40 && sink.Messages < expected;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
            quiet = sink.Messages == last ? quiet + 1 : 0;
            last = sink.Messages;
        }
    }
}
