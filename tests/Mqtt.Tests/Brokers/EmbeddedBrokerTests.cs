using System.Net;
using System.Net.Sockets;
using DcOps.Collectors.Mqtt.Broker;
using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

public sealed class EmbeddedBrokerTests
{
    [Fact]
    public async Task Carries_a_message_from_a_device_to_the_collector()
    {
        var port = FreePort.Tcp();
        using var broker = Create(port);
        await broker.StartAsync(TestContext.Current.CancellationToken);
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, $$"""{ "brokers": [{{RunningCollector.Broker("embedded", port)}}] }""");
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(port);

        await device.PublishAsync("dc/NJ-01/plant/utility-1", """{"activePowerW":512000}""");

        Assert.Equal(512_000, Assert.Single((await sink.NextAsync()).Readings).Value);
        await broker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Keeps_for_the_collector_what_came_while_it_was_away()
    {
        var port = FreePort.Tcp();
        using var broker = Create(port);
        await broker.StartAsync(TestContext.Current.CancellationToken);
        var section = $$"""{ "brokers": [{{RunningCollector.Broker("embedded", port)}}] }""";
        await using (var first = await RunningCollector.StartAsync(new(), section))
            await first.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(port);
        await device.PublishAsync("dc/NJ-01/plant/utility-1", """{"activePowerW":512000}""");

        var sink = new RecordingSink();
        await using var second = await RunningCollector.StartAsync(sink, section);

        Assert.Equal(512_000, Assert.Single((await sink.NextAsync()).Readings).Value);
        await broker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Says_plainly_that_its_port_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var broker = Create(port);

        var fault = await Assert.ThrowsAsync<EmbeddedBrokerPortTakenException>(() => broker.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal($"The embedded MQTT broker cannot listen on 127.0.0.1:{port}: another process has that port. Stop it, or choose another port.", fault.Message);
    }

    static EmbeddedBroker Create(int port) => new(new(port), NullLogger<EmbeddedBroker>.Instance);
}
