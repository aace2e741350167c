using MQTTnet;
using MQTTnet.Diagnostics.PacketInspection;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

/// <summary>A client that notes what it is asked to do, in order, and whose broker grants everything.</summary>
sealed class RecordingClient(MqttClientOptions options) : IMqttClient
{
    public event Func<MqttApplicationMessageReceivedEventArgs, Task> ApplicationMessageReceivedAsync
    {
        add { }
        remove { }
    }

    public event Func<MqttClientConnectedEventArgs, Task> ConnectedAsync
    {
        add { }
        remove { }
    }

    public event Func<MqttClientConnectingEventArgs, Task> ConnectingAsync
    {
        add { }
        remove { }
    }

    public event Func<MqttClientDisconnectedEventArgs, Task> DisconnectedAsync
    {
        add { }
        remove { }
    }

    public event Func<InspectMqttPacketEventArgs, Task> InspectPacketAsync
    {
        add { }
        remove { }
    }

    /// <summary><c>subscribe a b</c>, <c>publish topic payload</c>, <c>disconnect</c>.</summary>
    public List<string> Done { get; } = [];

    public List<MqttApplicationMessage> Published { get; } = [];

    public bool IsConnected => true;

    public MqttClientOptions Options => options;

    public Task<MqttClientConnectResult> ConnectAsync(MqttClientOptions options, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task DisconnectAsync(MqttClientDisconnectOptions options, CancellationToken cancellationToken = default)
    {
        Done.Add("disconnect");
        return Task.CompletedTask;
    }

    public Task PingAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<MqttClientPublishResult> PublishAsync(MqttApplicationMessage applicationMessage, CancellationToken cancellationToken = default)
    {
        Published.Add(applicationMessage);
        Done.Add($"publish {applicationMessage.Topic} {applicationMessage.ConvertPayloadToString()}");
        return Task.FromResult(new MqttClientPublishResult(null, MqttClientPublishReasonCode.Success, null, []));
    }

    public Task SendEnhancedAuthenticationExchangeDataAsync(
        MqttEnhancedAuthenticationExchangeData data, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<MqttClientSubscribeResult> SubscribeAsync(MqttClientSubscribeOptions options, CancellationToken cancellationToken = default)
    {
        Done.Add($"subscribe {string.Join(' ', options.TopicFilters.Select(filter => filter.Topic))}");
        return Task.FromResult(new MqttClientSubscribeResult(
            0, [.. options.TopicFilters.Select(filter => new MqttClientSubscribeResultItem(filter, MqttClientSubscribeResultCode.GrantedQoS1))], null, []));
    }

    public Task<MqttClientUnsubscribeResult> UnsubscribeAsync(MqttClientUnsubscribeOptions options, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public void Dispose()
    {
    }
}
