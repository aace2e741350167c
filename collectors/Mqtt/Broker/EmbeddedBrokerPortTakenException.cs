namespace DcOps.Collectors.Mqtt.Broker;

/// <summary>The embedded broker cannot listen: the process stops at start and says so.</summary>
public sealed class EmbeddedBrokerPortTakenException(int port, Exception cause)
    : Exception($"The embedded MQTT broker cannot listen on 127.0.0.1:{port}: another process has that port. Stop it, or choose another port.", cause)
{
    public int Port { get; } = port;
}
