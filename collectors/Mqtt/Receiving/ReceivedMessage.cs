using MQTTnet;
using MQTTnet.Protocol;

namespace DcOps.Collectors.Mqtt.Receiving;

/// <summary>A message as it came from the broker, and the way to acknowledge it on the connection that it came by.</summary>
sealed class ReceivedMessage(MqttApplicationMessageReceivedEventArgs arrived, DateTimeOffset receivedAt)
{
    public string Topic => arrived.ApplicationMessage.Topic;

    public ReadOnlyMemory<byte> Payload { get; } = arrived.ApplicationMessage.Payload.IsSingleSegment
        ? arrived.ApplicationMessage.Payload.First
        : System.Buffers.BuffersExtensions.ToArray(arrived.ApplicationMessage.Payload);

    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    /// <summary>Kept by the broker from before we subscribed.</summary>
    public bool IsRetained => arrived.ApplicationMessage.Retain;

    /// <summary>QoS 1: the broker repeats it until it is acknowledged.</summary>
    public bool IsRepeated => arrived.ApplicationMessage.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtMostOnce;

    public Task AcknowledgeAsync(CancellationToken cancellationToken) => arrived.AcknowledgeAsync(cancellationToken);
}
