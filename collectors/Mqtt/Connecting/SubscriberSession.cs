using DcOps.Collectors.Mqtt.Receiving;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>A session that outlives its connections: the broker keeps for us what comes while we are away.</summary>
/// <param name="interest">Not empty.</param>
/// <param name="qualityOfService">0 or 1.</param>
sealed partial class SubscriberSession(
    TopicInterest interest, int qualityOfService, TimeSpan sessionExpiry, TimeProvider time, ILogger<SubscriberSession> logger) : IBrokerSession
{
    // As many topics as a site's discovered devices can have; a publisher that makes them up must not fill our memory.
    const int MostLearned = 100_000;

    // Some brokers refuse a packet with more filters than this.
    const int MostFiltersPerPacket = 500;
    readonly Lock _lock = new();
    readonly HashSet<string> _learned = new(StringComparer.Ordinal);
    IMqttClient? _client;

    /// <summary>Takes the messages; set before the first connection.</summary>
    public required Action<ReceivedMessage> Accept { get; set; }

    public void Prepare(MqttClientOptionsBuilder options, MqttProtocolVersion version)
    {
        options.WithCleanStart(false);
        if (version == MqttProtocolVersion.V500)
            options.WithSessionExpiryInterval((uint)sessionExpiry.TotalSeconds);
    }

    public async Task<string?> OpenAsync(IMqttClient client, MqttClientConnectResult connected, CancellationToken cancellationToken)
    {
        ImmutableArray<string> learned;
        lock (_lock)
        {
            _client = client;
            learned = [.. _learned];
        }

        var isSharing = interest.ShareGroup is not null && client.Options.ProtocolVersion == MqttProtocolVersion.V500 && connected.SharedSubscriptionAvailable;
        if (interest.ShareGroup is { } group && !isSharing)
            LogNotShared(group);

        if (isSharing && connected.IsSessionPresent)
            await LeaveAsync(client, interest.Values, cancellationToken);

        var values = interest.Values.Select(filter => (isSharing ? $"$share/{interest.ShareGroup}/{filter}" : filter, Retained(client, isSharing)));
        var notes = interest.Notes.Select(filter => (filter, MqttRetainHandling.SendAtSubscribe));
        var described = learned.Select(filter => (filter, Retained(client, isShared: false)));
        return await SubscribeAsync(client, [.. values, .. notes, .. described], cancellationToken);
    }

    public void Receive(MqttApplicationMessageReceivedEventArgs message) => Accept(new(message, time.GetUtcNow()));

    // The session stays at the broker: nothing to say.
    public Task CloseAsync(IMqttClient client, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Subscribes to topics that were learned of, now and on every later connection. Does not wait.</summary>
    public void Listen(ImmutableArray<string> topics)
    {
        ImmutableArray<string> news;
        IMqttClient? client;
        lock (_lock)
        {
            client = _client;
            news = [.. topics.Where(topic => _learned.Count < MostLearned && _learned.Add(topic))];
        }

        if (client is not null && !news.IsEmpty)
            _ = ListenAsync(client, news);
    }

    // What the broker kept from before is no new sample. MQTT 3.1.1 cannot say so; there the flag tells. A shared one gets none.
    static MqttRetainHandling Retained(IMqttClient client, bool isShared) =>
        client.Options.ProtocolVersion == MqttProtocolVersion.V500 && !isShared
            ? MqttRetainHandling.DoNotSendOnSubscribe
            : MqttRetainHandling.SendAtSubscribe;

    // A session that is older than the group still has them, and would bring every message a second time.
    static async Task LeaveAsync(IMqttClient client, ImmutableArray<string> filters, CancellationToken cancellationToken)
    {
        var options = new MqttClientUnsubscribeOptionsBuilder();
        foreach (var filter in filters)
            options.WithTopicFilter(filter);
        await client.UnsubscribeAsync(options.Build(), cancellationToken);
    }

    async Task ListenAsync(IMqttClient client, ImmutableArray<string> topics)
    {
        try
        {
            if (await SubscribeAsync(client, [.. topics.Select(topic => (topic, Retained(client, isShared: false)))], CancellationToken.None) is { } refused)
                LogNotLearned(refused);
        }
        catch (Exception fault)
        {
            // The connection is going; the next one subscribes to what was learned.
            LogNotLearned(fault.GetBaseException().Message);
        }
    }

    async Task<string?> SubscribeAsync(
        IMqttClient client, ImmutableArray<(string Filter, MqttRetainHandling Retained)> filters, CancellationToken cancellationToken)
    {
        var refused = new List<string>();
        foreach (var part in filters.Chunk(MostFiltersPerPacket))
        {
            var subscription = new MqttClientSubscribeOptionsBuilder();
            foreach (var (filter, retained) in part)
            {
                subscription.WithTopicFilter(topic =>
                {
                    topic.WithTopic(filter).WithQualityOfServiceLevel((MqttQualityOfServiceLevel)qualityOfService);
                    if (client.Options.ProtocolVersion == MqttProtocolVersion.V500)
                        topic.WithRetainHandling(retained);
                });
            }

            var result = await client.SubscribeAsync(subscription.Build(), cancellationToken);
            refused.AddRange(result.Items.Where(item => item.ResultCode > MqttClientSubscribeResultCode.GrantedQoS2)
                .Select(item => $"{item.TopicFilter.Topic}: {item.ResultCode}"));
        }

        return refused.Count == 0 ? null : string.Join(", ", refused);
    }

    [LoggerMessage(LogLevel.Warning, "The broker has no shared subscriptions: this collector of the group {Group} gets every message")]
    partial void LogNotShared(string group);

    [LoggerMessage(LogLevel.Warning, "Not subscribed to a topic that a device announced: {Reason}")]
    partial void LogNotLearned(string reason);
}
