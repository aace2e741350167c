using MQTTnet;
using MQTTnet.Formatter;

namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>What is done with a connection: the readings of a site, or a Sparkplug host.</summary>
interface IBrokerSession
{
    /// <summary>Adds what the session wants in its CONNECT: its start, its will.</summary>
    void Prepare(MqttClientOptionsBuilder options, MqttProtocolVersion version);

    /// <summary>Subscribes and announces, right after each CONNACK.</summary>
    /// <param name="connected">What the broker said that it can.</param>
    /// <returns>Null, or why the session is of no use.</returns>
    Task<string?> OpenAsync(IMqttClient client, MqttClientConnectResult connected, CancellationToken cancellationToken);

    /// <summary>Takes a message without waiting; whoever takes it acknowledges it.</summary>
    void Receive(MqttApplicationMessageReceivedEventArgs message);

    /// <summary>Says good-bye before an intended DISCONNECT.</summary>
    Task CloseAsync(IMqttClient client, CancellationToken cancellationToken);
}
