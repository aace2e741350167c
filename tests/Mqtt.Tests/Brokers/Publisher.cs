using MQTTnet;
using MQTTnet.Protocol;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>A device that publishes; what it published with QoS 1 the broker has acknowledged.</summary>
sealed class Publisher : IAsyncDisposable
{
    readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();

    public static async Task<Publisher> ConnectAsync(int port, string? user = null, string? password = null)
    {
        var publisher = new Publisher();
        var options = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port);
        if (user is not null)
            options.WithCredentials(user, password);
        await publisher._client.ConnectAsync(options.Build(), Patience.Token);
        return publisher;
    }

    public Task PublishAsync(string topic, string payload, int qualityOfService = 1, bool retain = false) =>
        PublishAsync(topic, System.Text.Encoding.UTF8.GetBytes(payload), qualityOfService, retain);

    public Task PublishAsync(string topic, byte[] payload, int qualityOfService = 1, bool retain = false) =>
        _client.PublishAsync(
            new MqttApplicationMessageBuilder()
                .WithTopic(topic)
                .WithPayload(payload)
                .WithQualityOfServiceLevel((MqttQualityOfServiceLevel)qualityOfService)
                .WithRetainFlag(retain)
                .Build(),
            Patience.Token);

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
