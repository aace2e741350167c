using System.Buffers;
using System.Text.Json;
using DcOps.Collectors.Mqtt.Sparkplug;
using DcOps.Collectors.Mqtt.Tests.Brokers;
using Microsoft.Extensions.Time.Testing;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

/// <summary>What a host says of itself, and when.</summary>
public sealed class SparkplugSessionTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);
    readonly FakeTimeProvider _time = new(Start);

    [Theory]
    [InlineData(MqttProtocolVersion.V500)]
    [InlineData(MqttProtocolVersion.V311)]
    public void Connects_clean_and_with_a_will_that_says_offline_as_of_now(MqttProtocolVersion version)
    {
        var options = Prepare(Session(), version);

        Assert.True(options.CleanSession);
        Assert.Equal(0U, options.SessionExpiryInterval);
        Assert.Equal(("spBv1.0/STATE/dcops", MqttQualityOfServiceLevel.AtLeastOnce, true), (options.WillTopic, options.WillQualityOfServiceLevel, options.WillRetain));
        Assert.Equal((false, Start.ToUnixTimeMilliseconds()), State(options.WillPayload));
    }

    [Fact]
    public async Task Subscribes_and_then_announces_itself_before_anything_else_with_the_time_of_the_will()
    {
        var session = Session();
        var client = new RecordingClient(Prepare(session));
        _time.Advance(TimeSpan.FromSeconds(3));

        await OpenAsync(session, client);

        Assert.Equal(
            ["subscribe spBv1.0/STATE/dcops spBv1.0/NJ-01/# spBv1.0/NJ-02/#", $$"""publish spBv1.0/STATE/dcops {"online":true,"timestamp":{{Start.ToUnixTimeMilliseconds()}}}"""],
            client.Done);
        Assert.Equal((MqttQualityOfServiceLevel.AtLeastOnce, true), (client.Published[0].QualityOfServiceLevel, client.Published[0].Retain));
    }

    [Fact]
    public async Task Takes_leave_with_the_time_of_leaving()
    {
        var session = Session();
        var client = new RecordingClient(Prepare(session));
        await OpenAsync(session, client);
        _time.Advance(TimeSpan.FromMinutes(3));

        await session.CloseAsync(client, Patience.Token);

        var death = client.Published[^1];
        Assert.Equal((false, Start.AddMinutes(3).ToUnixTimeMilliseconds()), State([.. death.Payload.ToArray()]));
        Assert.Equal(("spBv1.0/STATE/dcops", MqttQualityOfServiceLevel.AtLeastOnce, true), (death.Topic, death.QualityOfServiceLevel, death.Retain));
    }

    [Fact]
    public async Task Announces_itself_anew_on_every_session_with_the_time_of_that_session()
    {
        var session = Session();
        await OpenAsync(session, new(Prepare(session)));
        _time.Advance(TimeSpan.FromMinutes(1));
        var client = new RecordingClient(Prepare(session));

        await OpenAsync(session, client);

        Assert.Equal((true, Start.AddMinutes(1).ToUnixTimeMilliseconds()), State([.. client.Published[0].Payload.ToArray()]));
    }

    [Fact]
    public async Task Keeps_a_time_of_its_own_for_each_server()
    {
        var (first, second) = (Session(), Session());
        var left = new RecordingClient(Prepare(first));
        _time.Advance(TimeSpan.FromSeconds(9));
        var right = new RecordingClient(Prepare(second));

        await OpenAsync(first, left);
        await OpenAsync(second, right);

        Assert.Equal(9_000, State([.. right.Published[0].Payload.ToArray()]).Timestamp - State([.. left.Published[0].Payload.ToArray()]).Timestamp);
    }

    [Fact]
    public void Never_states_an_earlier_time_than_before_when_its_clock_is_set_back()
    {
        var clock = new SteppingClock { Now = Start };
        var session = new SparkplugSession("dcops", [], clock) { Accept = _ => { } };
        Prepare(session);
        clock.Now = Start.AddHours(-1);

        var options = Prepare(session);

        Assert.Equal(Start.ToUnixTimeMilliseconds(), State(options.WillPayload).Timestamp);
    }

    [Theory]
    [InlineData("""{"online":false,"timestamp":1}""", 2)]
    [InlineData("""{ "timestamp": 1, "online": false }""", 2)]
    [InlineData("""{"online":true,"timestamp":1}""", 1)]
    [InlineData("OFFLINE", 1)]
    [InlineData("[]", 1)]
    public async Task Contradicts_whoever_says_that_it_is_offline(string said, int published)
    {
        var session = Session();
        var client = new RecordingClient(Prepare(session));
        await OpenAsync(session, client);

        session.Receive(new(
            "dcops", new MqttApplicationMessageBuilder().WithTopic("spBv1.0/STATE/dcops").WithPayload(said).Build(), new(), (_, _) => Task.CompletedTask));

        Assert.Equal(published, client.Published.Count);
        Assert.All(client.Published, state => Assert.Equal((true, Start.ToUnixTimeMilliseconds()), State([.. state.Payload.ToArray()])));
    }

    [Fact]
    public async Task The_broker_publishes_its_will_when_it_goes_without_a_word()
    {
        await using var broker = await Mosquitto.StartAsync();
        var session = Session();
        using var client = new MqttClientFactory().CreateMqttClient();
        var builder = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", broker.Port).WithProtocolVersion(MqttProtocolVersion.V500);
        session.Prepare(builder, MqttProtocolVersion.V500);
        var connected = await client.ConnectAsync(builder.Build(), Patience.Token);
        await session.OpenAsync(client, connected, Patience.Token);
        using var node = new MqttClientFactory().CreateMqttClient();
        var offline = new TaskCompletionSource<string>();
        node.ApplicationMessageReceivedAsync += message =>
        {
            var text = message.ApplicationMessage.ConvertPayloadToString();
            if (text.Contains("false", StringComparison.Ordinal))
                offline.TrySetResult(text);
            return Task.CompletedTask;
        };
        await node.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", broker.Port).Build(), Patience.Token);
        await node.SubscribeAsync("spBv1.0/STATE/dcops", MqttQualityOfServiceLevel.AtLeastOnce, Patience.Token);

        client.Dispose();

        Assert.Equal($$"""{"online":false,"timestamp":{{Start.ToUnixTimeMilliseconds()}}}""", await offline.Task.WaitAsync(Patience.Token));
    }

    [Fact]
    public async Task Asks_for_a_birth_without_sequence_and_with_the_time()
    {
        var session = Session();
        var client = new RecordingClient(Prepare(session));
        await OpenAsync(session, client);

        await session.RequestBirthAsync("NJ-01", "gateway", Patience.Token);

        var command = client.Published[^1];
        var payload = SparkplugDecoder.Decode(command.Payload.ToArray())!;
        Assert.Equal(("spBv1.0/NJ-01/NCMD/gateway", MqttQualityOfServiceLevel.AtMostOnce, false), (command.Topic, command.QualityOfServiceLevel, command.Retain));
        Assert.Equal((Start, null), (payload.Timestamp!.Value, payload.Sequence));
        Assert.Equal(("Node Control/Rebirth", null, new SparkplugValue.Boolean(true)), (payload.Metrics[0].Name, payload.Metrics[0].Alias, payload.Metrics[0].Value));
    }

    SparkplugSession Session() => new("dcops", ["NJ-01", "NJ-02"], _time) { Accept = _ => { } };

    static MqttClientOptions Prepare(SparkplugSession session, MqttProtocolVersion version = MqttProtocolVersion.V500)
    {
        var builder = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1").WithProtocolVersion(version);
        session.Prepare(builder, version);
        return builder.Build();
    }

    static async Task OpenAsync(SparkplugSession session, RecordingClient client) =>
        Assert.Null(await session.OpenAsync(client, new(), Patience.Token));

    static (bool Online, long Timestamp) State(byte[] payload)
    {
        using var state = JsonDocument.Parse(payload);
        Assert.Equal(2, state.RootElement.EnumerateObject().Count());
        return (state.RootElement.GetProperty("online").GetBoolean(), state.RootElement.GetProperty("timestamp").GetInt64());
    }

    sealed class SteppingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
