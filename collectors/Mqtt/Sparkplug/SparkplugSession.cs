using System.Buffers;
using System.Globalization;
using System.Text.Json;
using DcOps.Collectors.Mqtt.Connecting;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>
/// A host's session by Sparkplug 3.0: starts clean, ends with its connection, and tells the nodes by its STATE whether
/// anybody listens.
/// </summary>
/// <param name="groups">All when empty.</param>
sealed class SparkplugSession(string host, ImmutableArray<string> groups, TimeProvider time) : IBrokerSession
{
    readonly string _stateTopic = SparkplugTopic.OfState(host);
    volatile IMqttClient? _client;
    long _stateTimestamp;

    /// <summary>Takes the messages of nodes and devices; set before the first connection. Must not wait.</summary>
    public required Action<MqttApplicationMessage> Accept { get; set; }

    // tck-id-message-flow-phid-sparkplug-clean-session-311 and -50, host-topic-phid-death-*.
    public void Prepare(MqttClientOptionsBuilder options, MqttProtocolVersion version)
    {
        _stateTimestamp = Now();
        options.WithCleanStart(true)
            .WithWillTopic(_stateTopic)
            .WithWillPayload(State(isOnline: false, _stateTimestamp))
            .WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithWillRetain();
        if (version == MqttProtocolVersion.V500)
            options.WithSessionExpiryInterval(0);
    }

    public async Task<string?> OpenAsync(IMqttClient client, MqttClientConnectResult connected, CancellationToken cancellationToken)
    {
        _client = client;
        var subscription = new MqttClientSubscribeOptionsBuilder().WithTopicFilter(_stateTopic, MqttQualityOfServiceLevel.AtLeastOnce);
        foreach (var group in groups.DefaultIfEmpty("+"))
            subscription.WithTopicFilter($"{SparkplugTopic.Namespace}/{group}/#", MqttQualityOfServiceLevel.AtLeastOnce);
        var result = await client.SubscribeAsync(subscription.Build(), cancellationToken);
        var refused = result.Items.Where(item => item.ResultCode > MqttClientSubscribeResultCode.GrantedQoS2).ToList();
        if (refused.Count > 0)
            return string.Join(", ", refused.Select(item => $"{item.TopicFilter.Topic}: {item.ResultCode}"));

        await client.PublishAsync(StateMessage(isOnline: true, _stateTimestamp), cancellationToken);
        return null;
    }

    public void Receive(MqttApplicationMessageReceivedEventArgs message)
    {
        // A Sparkplug session is never resumed: what is not acknowledged would not come again.
        message.AutoAcknowledge = true;
        if (message.ApplicationMessage.Topic == _stateTopic)
            AnswerState(message.ApplicationMessage);
        else
            Accept(message.ApplicationMessage);
    }

    // The time is that of the good-bye, not of the birth (tck-id-host-topic-phid-death-payload-timestamp-disconnect-*).
    public Task CloseAsync(IMqttClient client, CancellationToken cancellationToken) =>
        client.PublishAsync(StateMessage(isOnline: false, Now()), cancellationToken);

    /// <summary>Asks a node for a new birth; a request that does not reach the broker is asked again by the node's next message.</summary>
    public Task RequestBirthAsync(string group, string node, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var payload = new SparkplugPayload(
            now, null, [SparkplugMetric.Of(SparkplugPayload.Rebirth, SparkplugType.Boolean, new SparkplugValue.Boolean(true), now)]);
        return TryPublishAsync(
            new MqttApplicationMessageBuilder()
                .WithTopic(new SparkplugTopic(group, SparkplugKind.NCmd, node, null).ToString())
                .WithPayload(SparkplugEncoder.Encode(payload))
                .Build(),
            cancellationToken);
    }

    // A node takes no STATE that is older than the one before: a clock that was set back must not make it deaf to us.
    long Now() => Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds(), _stateTimestamp);

    static string State(bool isOnline, long timestamp) => string.Create(
        CultureInfo.InvariantCulture, $"{{\"online\":{(isOnline ? "true" : "false")},\"timestamp\":{timestamp}}}");

    MqttApplicationMessage StateMessage(bool isOnline, long timestamp) => new MqttApplicationMessageBuilder()
        .WithTopic(_stateTopic)
        .WithPayload(State(isOnline, timestamp))
        .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
        .WithRetainFlag()
        .Build();

    // An old will of ours, delivered late, would tell the nodes that nobody listens
    // (tck-id-message-flow-hid-sparkplug-state-message-delivered).
    void AnswerState(MqttApplicationMessage state)
    {
        if (IsOffline(state.Payload))
            _ = TryPublishAsync(StateMessage(isOnline: true, _stateTimestamp), CancellationToken.None);
    }

    static bool IsOffline(ReadOnlySequence<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("online", out var online) && online.ValueKind == JsonValueKind.False;
        }
        catch (JsonException)
        {
            // Somebody else's words on our topic: no node will take them for a STATE.
            return false;
        }
    }

    async Task<bool> TryPublishAsync(MqttApplicationMessage message, CancellationToken cancellationToken)
    {
        try
        {
            if (_client is not { IsConnected: true } client)
                return false;

            await client.PublishAsync(message, cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is MqttCommunicationException or ObjectDisposedException)
        {
            // The connection went meanwhile: its successor announces itself, and a node that is not asked will be.
            return false;
        }
    }
}
