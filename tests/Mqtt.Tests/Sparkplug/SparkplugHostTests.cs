using System.Threading.Channels;
using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Collectors.Mqtt.Sparkplug;
using DcOps.Collectors.Mqtt.Tests.Brokers;
using DcOps.Domain.Telemetry;
using MQTTnet;
using MQTTnet.Protocol;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

/// <summary>The host against a real broker, with a node that speaks by our own encoder.</summary>
public sealed class SparkplugHostTests
{
    [Fact]
    [Trait("Vector", "Q03")]
    public async Task Announces_itself_with_the_time_of_its_will_and_takes_leave_with_that_of_leaving()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var node = await Node.ConnectAsync(broker.Port);
        var collector = await StartAsync(broker, new());
        var birth = await node.StateAsync();
        await collector.DisposeAsync();

        var death = await node.StateAsync();

        Assert.Equal("spBv1.0/STATE/dcops", birth.Topic);
        Assert.Equal((MqttQualityOfServiceLevel.AtLeastOnce, true), (birth.QualityOfServiceLevel, birth.Retain));
        Assert.Matches("""^\{"online":true,"timestamp":\d{13}\}$""", birth.ConvertPayloadToString());
        Assert.Matches("""^\{"online":false,"timestamp":\d{13}\}$""", death.ConvertPayloadToString());
        Assert.True(string.CompareOrdinal(death.ConvertPayloadToString()[^14..], birth.ConvertPayloadToString()[^14..]) >= 0);
    }

    [Fact]
    public async Task Contradicts_an_old_will_that_says_it_is_offline()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var node = await Node.ConnectAsync(broker.Port);
        await using var collector = await StartAsync(broker, new());
        var birth = await node.StateAsync();

        await node.PublishAsync(birth.Topic, """{"online":false,"timestamp":1}"""u8.ToArray());

        Assert.Equal("""{"online":false,"timestamp":1}""", (await node.StateAsync()).ConvertPayloadToString());
        Assert.Equal(birth.ConvertPayloadToString(), (await node.StateAsync()).ConvertPayloadToString());
    }

    [Fact]
    public async Task Reads_births_and_data_and_knows_nothing_after_a_death()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var node = await Node.ConnectAsync(broker.Port);
        var sink = new RecordingSink();
        await using var collector = await StartAsync(broker, sink);
        await collector.UntilAsync(BrokerState.Connected);

        await node.BeBornAsync();
        await node.SayAsync(sequence: 2, watts: 4_300);
        await node.DieAsync();

        var (birth, said, death) = (await sink.NextAsync(), await sink.NextAsync(), await sink.NextAsync());
        Assert.Equal("NJ-01/R01/A07 pdu-a", birth.Device.ToString());
        Assert.Equal([4_200, 1_000_000], birth.Readings.Select(reading => reading.Value));
        Assert.Equal(("M-1", 7_360), (birth.Registers[0].MeterSerial, birth.Registers[0].RatedWatts));
        Assert.Equal((4_300, ReadingQuality.Good), (said.Readings[0].Value, said.Readings[0].Quality));
        Assert.All(death.Readings, reading => Assert.Equal((null, ReadingQuality.Bad), (reading.Value, reading.Quality)));
        Assert.Equal(["pdu-a/total/active-energy", "pdu-a/total/active-power"], death.Readings.Select(reading => reading.Point.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Asks_a_node_that_speaks_before_its_birth_to_be_born()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var node = await Node.ConnectAsync(broker.Port);
        var sink = new RecordingSink();
        await using var collector = await StartAsync(broker, sink);
        await collector.UntilAsync(BrokerState.Connected);
        await node.SayAsync(sequence: 17, watts: 4_300);

        var command = await node.CommandAsync();

        var asked = SparkplugDecoder.Decode(System.Buffers.BuffersExtensions.ToArray(command.Payload))!;
        Assert.Equal((false, MqttQualityOfServiceLevel.AtMostOnce), (command.Retain, command.QualityOfServiceLevel));
        Assert.Null(asked.Sequence);
        var metric = Assert.Single(asked.Metrics);
        Assert.Equal(("Node Control/Rebirth", SparkplugType.Boolean, new SparkplugValue.Boolean(true)), (metric.Name, metric.Type, metric.Value));
        Assert.Equal(0, sink.Waiting);
    }

    [Fact]
    public async Task Hands_a_historical_value_on_for_history_alone()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var node = await Node.ConnectAsync(broker.Port);
        var sink = new RecordingSink();
        await using var collector = await StartAsync(broker, sink);
        await collector.UntilAsync(BrokerState.Connected);
        await node.BeBornAsync();
        await sink.NextAsync();

        await node.SayAsync(sequence: 2, watts: 1, isHistorical: true);
        await node.SayAsync(sequence: 3, watts: 2);

        var kept = await sink.NextAsync();
        var live = await sink.NextAsync();
        Assert.Equal((true, 1.0), (kept.IsHistorical, kept.Readings[0].Value));
        Assert.Equal((false, 2.0), (live.IsHistorical, live.Readings[0].Value));
        Assert.Equal(0, sink.Waiting);
    }

    [Fact]
    public async Task Counts_what_it_cannot_decode_and_goes_on()
    {
        await using var broker = await Mosquitto.StartAsync();
        await using var node = await Node.ConnectAsync(broker.Port);
        var sink = new RecordingSink();
        await using var collector = await StartAsync(broker, sink);
        await collector.UntilAsync(BrokerState.Connected);
        await node.BeBornAsync();
        await sink.NextAsync();

        await node.PublishAsync("spBv1.0/NJ-01/DDATA/gateway/R01.A07.pdu-a", [0xFF, 0xFF]);
        await node.SayAsync(sequence: 2, watts: 3);

        Assert.Equal(3, (await sink.NextAsync()).Readings[0].Value);
        Assert.Equal(
            ("spBv1.0/NJ-01/DDATA/gateway/R01.A07.pdu-a", "undecodable"),
            collector.Collector.Refusals.Select(refusal => (refusal.Topic, refusal.Reason)).Single());
    }

    static Task<RunningCollector> StartAsync(Mosquitto broker, RecordingSink sink) => RunningCollector.StartAsync(
        sink, $$"""{ "brokers": [{{RunningCollector.Broker("site", broker.Port)}}], "mappings": [], "sparkplug": [{ "broker": "site" }] }""");

    sealed class Node(IMqttClient client) : IAsyncDisposable
    {
        readonly Channel<MqttApplicationMessage> _states = Channel.CreateUnbounded<MqttApplicationMessage>();
        readonly Channel<MqttApplicationMessage> _commands = Channel.CreateUnbounded<MqttApplicationMessage>();

        public static async Task<Node> ConnectAsync(int port)
        {
            var client = new MqttClientFactory().CreateMqttClient();
            var node = new Node(client);
            client.ApplicationMessageReceivedAsync += message =>
            {
                var arrived = message.ApplicationMessage;
                (arrived.Topic.Contains("/STATE/", StringComparison.Ordinal) ? node._states : node._commands).Writer.TryWrite(arrived);
                return Task.CompletedTask;
            };
            await client.ConnectAsync(
                new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).Build(), Patience.Token);
            var topics = new MqttClientSubscribeOptionsBuilder()
                .WithTopicFilter("spBv1.0/STATE/#", MqttQualityOfServiceLevel.AtLeastOnce, retainAsPublished: true)
                .WithTopicFilter("spBv1.0/NJ-01/NCMD/gateway");
            await client.SubscribeAsync(topics.Build(), Patience.Token);
            return node;
        }

        public ValueTask<MqttApplicationMessage> StateAsync() => _states.Reader.ReadAsync(Patience.Token);

        public ValueTask<MqttApplicationMessage> CommandAsync() => _commands.Reader.ReadAsync(Patience.Token);

        public Task<MqttClientPublishResult> PublishAsync(string topic, byte[] payload) =>
            client.PublishAsync(new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload).WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build(), Patience.Token);

        public async Task BeBornAsync()
        {
            var now = TimeProvider.System.GetUtcNow();
            await SendAsync(SparkplugKind.NBirth, 0, SparkplugMetric.Of(SparkplugPayload.BirthSequence, SparkplugType.Int64, new SparkplugValue.Long(3), now));
            await SendAsync(
                SparkplugKind.DBirth,
                1,
                SparkplugMetric.Of("activePowerW", SparkplugType.Double, new SparkplugValue.Double(4_200), now, alias: 1),
                SparkplugMetric.Of("activeEnergyWh", SparkplugType.UInt64, new SparkplugValue.Long(1_000_000), now, alias: 2),
                SparkplugMetric.Of("serial", SparkplugType.String, new SparkplugValue.Text("M-1"), now, alias: 3),
                SparkplugMetric.Of("ratedPowerW", SparkplugType.Int32, new SparkplugValue.Int(7_360), now, alias: 4));
        }

        public Task SayAsync(ulong sequence, double watts, bool isHistorical = false) => SendAsync(
            SparkplugKind.DData,
            sequence,
            SparkplugMetric.Of(1, SparkplugType.Double, new SparkplugValue.Double(watts), TimeProvider.System.GetUtcNow()) with { IsHistorical = isHistorical });

        public Task DieAsync() => SendAsync(
            SparkplugKind.NDeath,
            null,
            SparkplugMetric.Of(SparkplugPayload.BirthSequence, SparkplugType.Int64, new SparkplugValue.Long(3), TimeProvider.System.GetUtcNow()));

        public ValueTask DisposeAsync()
        {
            client.Dispose();
            return ValueTask.CompletedTask;
        }

        async Task SendAsync(SparkplugKind kind, ulong? sequence, params ImmutableArray<SparkplugMetric> metrics)
        {
            var isDevice = kind is SparkplugKind.DBirth or SparkplugKind.DData;
            var topic = new SparkplugTopic("NJ-01", kind, "gateway", isDevice ? "R01.A07.pdu-a" : null);
            await PublishAsync(topic.ToString(), SparkplugEncoder.Encode(new(TimeProvider.System.GetUtcNow(), sequence, metrics)));
        }
    }
}
