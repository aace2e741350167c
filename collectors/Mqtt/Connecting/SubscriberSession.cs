using DcOps.Collectors.Mqtt.Receiving;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>A session that outlives its connections: the broker keeps for us what comes while we are away.</summary>
/// <param name="filters">Topic filters; not empty.</param>
/// <param name="qualityOfService">0 or 1.</param>
sealed class SubscriberSession(
    ImmutableArray<string> filters, int qualityOfService, TimeSpan sessionExpiry, TimeProvider time) : IBrokerSession
{
    /// <summary>Takes the messages; set before the first connection.</summary>
    public required Action<ReceivedMessage> Accept { get; set; }

    public void Prepare(MqttClientOptionsBuilder options, MqttProtocolVersion version)
    {
        options.WithCleanStart(false);
        if (version == MqttProtocolVersion.V500)
            options.WithSessionExpiryInterval((uint)sessionExpiry.TotalSeconds);
    }

    public async Task<string?> OpenAsync(IMqttClient client, CancellationToken cancellationToken)
    {
        var subscription = new MqttClientSubscribeOptionsBuilder();
        foreach (var filter in filters)
        {
            subscription.WithTopicFilter(topic =>
            {
                topic.WithTopic(filter).WithQualityOfServiceLevel((MqttQualityOfServiceLevel)qualityOfService);

                // What the broker kept from before is no new sample. MQTT 3.1.1 cannot say so; there the flag tells.
                if (client.Options.ProtocolVersion == MqttProtocolVersion.V500)
                    topic.WithRetainHandling(MqttRetainHandling.DoNotSendOnSubscribe);
            });
        }

        var result = await client.SubscribeAsync(subscription.Build(), cancellationToken);
        var refused = result.Items.Where(item => item.ResultCode > MqttClientSubscribeResultCode.GrantedQoS2).ToList();
        return refused.Count == 0
            ? null
            : string.Join(", ", refused.Select(item => $"{item.TopicFilter.Topic}: {item.ResultCode}"));
    }

    public void Receive(MqttApplicationMessageReceivedEventArgs message) => Accept(new(message, time.GetUtcNow()));

    // The session stays at the broker: nothing to say.
    public Task CloseAsync(IMqttClient client, CancellationToken cancellationToken) => Task.CompletedTask;
}
