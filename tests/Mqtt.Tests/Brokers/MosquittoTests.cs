using System.Text;
using DcOps.Collectors.Mqtt.Connecting;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>The collector against a real broker.</summary>
public sealed class MosquittoTests
{
    const string Topic = "dc/NJ-01/R01/A07/pdu-a";

    [Fact]
    public async Task Reads_what_a_device_publishes()
    {
        await using var broker = await Mosquitto.StartAsync();
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, Section(Broker(broker)));
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(broker.Port);

        await device.PublishAsync(Topic, """{"activePowerW":4210.5,"activeEnergyWh":18273645}""");

        var readings = await sink.NextAsync();
        Assert.Equal("NJ-01/R01/A07 pdu-a", readings.Device.ToString());
        Assert.Equal([4210.5, 18273645], readings.Readings.Select(reading => reading.Value));
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("mqtt311")]
    public async Task Does_not_take_a_retained_value_for_a_sample(string protocol)
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var device = await Publisher.ConnectAsync(broker.Port);
        await device.PublishAsync(Topic, """{"activePowerW":1}""", retain: true);
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, Section(Broker(broker, $$""", "protocol": "{{protocol}}" """)));
        await collector.UntilAsync(BrokerState.Connected);

        await device.PublishAsync(Topic, """{"activePowerW":2}""", retain: true);

        Assert.Equal([2], await ValuesAsync(sink, 1));
        Assert.Equal(0, sink.Waiting);
    }

    [Fact]
    public async Task Signs_in_with_user_and_password()
    {
        await using var broker = await Mosquitto.StartAsync(Passwords("collector", "right"), isAnonymous: false);
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(
            sink, Section(Broker(broker, """, "user": "text:collector", "password": "text:right" """)));
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(broker.Port, "collector", "right");

        await device.PublishAsync(Topic, """{"activePowerW":3}""");

        Assert.Equal([3], await ValuesAsync(sink, 1));
    }

    [Fact]
    public async Task Names_a_refused_password_and_goes_on_trying()
    {
        await using var broker = await Mosquitto.StartAsync(Passwords("collector", "right"), isAnonymous: false);
        await using var collector = await RunningCollector.StartAsync(
            new(), Section(Broker(broker, """, "user": "text:collector", "password": "text:wrong" """)));

        await collector.UntilAsync(BrokerState.Refused);

        Assert.Contains("NotAuthorized", collector.Collector.Brokers[0].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", collector.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_is_down_at_start_is_a_state_and_found_when_it_comes()
    {
        await using var broker = Mosquitto.Prepare();
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, Section(Broker(broker)));
        await collector.UntilAsync(BrokerState.Unreachable);

        await broker.StartAsync();
        await collector.UntilAsync(BrokerState.Connected);

        await using var device = await Publisher.ConnectAsync(broker.Port);
        await device.PublishAsync(Topic, """{"activePowerW":4}""");
        Assert.Equal([4], await ValuesAsync(sink, 1));
    }

    [Fact]
    public async Task Loses_nothing_that_a_restarting_broker_had_acknowledged()
    {
        await using var broker = await Mosquitto.StartAsync();
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, Section(Broker(broker)));
        await collector.UntilAsync(BrokerState.Connected);
        var flushed = new TaskCompletionSource();
        sink.Flushed = flushed.Task;
        await PublishAsync(broker.Port, 1, 500);
        await ValuesAsync(sink, 500);

        await broker.StopAsync();
        await collector.Log.UntilAsync(() => collector.Collector.Brokers[0].State != BrokerState.Connected);
        await broker.StartAsync();
        flushed.SetResult();
        await PublishAsync(broker.Port, 501, 1000);

        var seen = new HashSet<double?>();
        while (!Enumerable.Range(1, 1000).All(value => seen.Contains(value)))
            seen.UnionWith((await sink.NextAsync()).Readings.Select(reading => reading.Value));
        Assert.Equal(1000, seen.Count);
    }

    [Fact]
    public async Task Acknowledges_only_what_is_on_disk()
    {
        await using var broker = await Mosquitto.StartAsync();
        var sink = new RecordingSink { Flushed = new TaskCompletionSource().Task };
        var collector = await RunningCollector.StartAsync(sink, Section(Broker(broker)));
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(broker.Port);
        await device.PublishAsync(Topic, """{"activePowerW":5}""");
        await ValuesAsync(sink, 1);

        // The disk never says that it is flushed, so the message stays the broker's: the next session gets it again.
        await collector.DisposeAsync();
        var next = new RecordingSink();
        await using var successor = await RunningCollector.StartAsync(next, Section(Broker(broker)));

        Assert.Equal([5], await ValuesAsync(next, 1));
    }

    [Fact]
    public async Task The_broker_sends_no_more_than_may_wait_for_the_disk()
    {
        await using var broker = await Mosquitto.StartAsync();
        var flushed = new TaskCompletionSource();
        var sink = new RecordingSink { Flushed = flushed.Task };
        await using var collector = await RunningCollector.StartAsync(sink, Section(Broker(broker, """, "receiveMaximum": 5 """)));
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(broker.Port);

        for (var value = 1; value <= 20; value++)
            await device.PublishAsync(Topic, $$"""{"activePowerW":{{value}}}""");
        await device.PublishAsync(Topic, """{"activePowerW":99}""", qualityOfService: 0);
        var held = await ValuesAsync(sink, 6);
        flushed.SetResult();
        var rest = await ValuesAsync(sink, 15);

        Assert.Equal([1, 2, 3, 4, 5, 99], held);
        Assert.Equal(Enumerable.Range(6, 15).Select(value => (double?)value), rest.Order());
    }

    [Fact]
    public async Task Subscribes_to_what_devices_announce()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var device = await Publisher.ConnectAsync(broker.Port);
        await device.PublishAsync("homeassistant/sensor/pdu1/power/config", """{"stat_t":"any/where","unit_of_meas":"W","val_tpl":"{{ value_json.w }}"}""", retain: true);
        await device.PublishAsync("any/where", """{"w":1}""", retain: true);
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, $$"""
            { "brokers": [{{Broker(broker)}}], "mappings": ["home-assistant"],
              "devices": [{ "source": "ha:pdu1", "location": "NJ-01/R01/A07", "name": "pdu-a" }] }
            """);
        await collector.UntilAsync(BrokerState.Connected);

        // The subscription that the announcement led to is not known to stand until a value comes.
        var next = sink.NextAsync().AsTask();
        var value = 1;
        while (!next.IsCompleted)
            await device.PublishAsync("any/where", $$"""{"w":{{++value}}}""");

        Assert.InRange((await next).Readings[0].Value!.Value, 2, value);
    }

    [Fact]
    public async Task Bad_messages_are_counted_by_name_and_stop_nothing()
    {
        await using var broker = await Mosquitto.StartAsync();
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, Section(Broker(broker)));
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(broker.Port);

        await device.PublishAsync(Topic, "no JSON");
        await device.PublishAsync("dc/NJ-01/R09/A07/pdu-a", """{"activePowerW":1}""");
        await device.PublishAsync(Topic, Encoding.UTF8.GetBytes($"\"{new string('x', 10_000_000)}\""));
        await device.PublishAsync(Topic, """{"activePowerW":"NaN"}""");
        await device.PublishAsync(Topic, """{"activePowerW":6}""");

        Assert.Equal([null, 6], await ValuesAsync(sink, 2));
        Assert.Equal(
            [("dc/NJ-01/R01/A07/pdu-a", "not-json"), ("dc/NJ-01/R01/A07/pdu-a", "too-large"), ("dc/NJ-01/R01/A07/pdu-a", "value-not-finite"), ("dc/NJ-01/R09/A07/pdu-a", "unknown-location")],
            collector.Collector.Refusals.Select(refusal => (refusal.Topic, refusal.Reason)).Order());
    }

    static string Section(string broker) => $$"""{ "brokers": [{{broker}}] }""";

    static string Broker(Mosquitto broker, string more = "") => RunningCollector.Broker("site", broker.Port, more);

    static string Passwords(string user, string password)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $"{user}:{password}\n");
        using var hash = System.Diagnostics.Process.Start(Testing.ExternalProgram.Find("mosquitto_passwd", "mosquitto"), ["-U", file]);
        hash.WaitForExit();
        return $"password_file {file}";
    }

    static async Task PublishAsync(int port, int first, int last)
    {
        await using var device = await Publisher.ConnectAsync(port);
        await Task.WhenAll(Enumerable.Range(first, last - first + 1).Select(value =>
            device.PublishAsync($"dc/NJ-01/R01/A{(value % 99) + 1:00}/pdu-a", $$"""{"activePowerW":{{value}}}""")));
    }

    static async Task<List<double?>> ValuesAsync(RecordingSink sink, int count)
    {
        var values = new List<double?>();
        while (values.Count < count)
            values.AddRange((await sink.NextAsync()).Readings.Select(reading => reading.Value));
        return values;
    }
}
