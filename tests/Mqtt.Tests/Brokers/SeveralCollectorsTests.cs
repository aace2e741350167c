using DcOps.Collectors.Mqtt.Broker;
using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>Several collectors at one broker, and one collector at several.</summary>
public sealed class SeveralCollectorsTests
{
    [Fact]
    public async Task Two_of_a_group_share_the_messages_between_them()
    {
        await using var broker = await Mosquitto.StartAsync();
        var (left, right) = (new RecordingSink(), new RecordingSink());
        await using var first = await RunningCollector.StartAsync(left, Shared(broker.Port, "one"));
        await using var second = await RunningCollector.StartAsync(right, Shared(broker.Port, "two"));
        await first.UntilAsync(BrokerState.Connected);
        await second.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(broker.Port);

        for (var value = 1; value <= 100; value++)
            await device.PublishAsync("dc/NJ-01/R01/A07/pdu-a", $$"""{"activePowerW":{{value}}}""");

        var (ofLeft, ofRight) = (left.NextAsync().AsTask(), right.NextAsync().AsTask());
        var values = new List<double?> { (await ofLeft).Readings[0].Value, (await ofRight).Readings[0].Value };
        (ofLeft, ofRight) = (left.NextAsync().AsTask(), right.NextAsync().AsTask());
        while (values.Count < 100)
        {
            var next = await Task.WhenAny(ofLeft, ofRight);
            values.Add((await next).Readings[0].Value);
            if (next == ofLeft)
                ofLeft = left.NextAsync().AsTask();
            else
                ofRight = right.NextAsync().AsTask();
        }

        Assert.Equal(Enumerable.Range(1, 100).Select(value => (double?)value), values.Order());
    }

    [Fact]
    public async Task One_that_joins_a_group_leaves_what_it_had_subscribed_to_alone()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using (var alone = await RunningCollector.StartAsync(new(), $$"""{ "brokers": [{{RunningCollector.Broker("site", broker.Port, """, "clientId": "one" """)}}] }"""))
            await alone.UntilAsync(BrokerState.Connected);
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, Shared(broker.Port, "one"));
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(broker.Port);

        for (var value = 1; value <= 20; value++)
            await device.PublishAsync("dc/NJ-01/R01/A07/pdu-a", $$"""{"activePowerW":{{value}}}""");

        var values = new List<double?>();
        while (values.Count < 20)
            values.Add((await sink.NextAsync()).Readings[0].Value);
        Assert.Equal(Enumerable.Range(1, 20).Select(value => (double?)value), values);
    }

    [Fact]
    public async Task One_of_a_group_gets_everything_from_a_broker_that_cannot_share_and_says_so()
    {
        var port = FreePort.Tcp();
        using var broker = new EmbeddedBroker(new(port), NullLogger<EmbeddedBroker>.Instance);
        await broker.StartAsync(TestContext.Current.CancellationToken);
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, Shared(port, "one"));
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(port);

        await device.PublishAsync("dc/NJ-01/R01/A07/pdu-a", """{"activePowerW":7}""");

        Assert.Equal(7, (await sink.NextAsync()).Readings[0].Value);
        Assert.Contains("has no shared subscriptions", collector.Log.Text, StringComparison.Ordinal);
        await broker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_broker_that_is_gone_does_not_stop_what_another_brings()
    {
        await using var first = await Mosquitto.StartAsync();
        await using var second = await Mosquitto.StartAsync();
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(
            sink, $$"""{ "brokers": [{{RunningCollector.Broker("first", first.Port)}}, {{RunningCollector.Broker("second", second.Port)}}] }""");
        await collector.Log.UntilAsync(() => collector.Collector.Brokers.All(broker => broker.State == BrokerState.Connected));
        await using var device = await Publisher.ConnectAsync(second.Port);

        await first.StopAsync();
        await collector.Log.UntilAsync(() => collector.Collector.Brokers[0].State != BrokerState.Connected);
        await device.PublishAsync("dc/NJ-01/R01/A07/pdu-a", """{"activePowerW":8}""");

        Assert.Equal(8, (await sink.NextAsync()).Readings[0].Value);
        Assert.Equal(BrokerState.Connected, collector.Collector.Brokers[1].State);
    }

    static string Shared(int port, string client) =>
        $$"""{ "brokers": [{{RunningCollector.Broker("site", port, $$""", "shareGroup": "dcops", "clientId": "{{client}}" """)}}] }""";
}
