using MQTTnet;

namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>How one attempt to connect ended.</summary>
abstract record ConnectAttempt
{
    ConnectAttempt()
    {
    }

    public sealed record Succeeded(IMqttClient Client, MqttClientConnectResult Connected, Task<string> Lost) : ConnectAttempt;

    /// <param name="IsOfProtocol">Another version of MQTT may fare better.</param>
    public sealed record Failed(BrokerState State, string Reason, bool IsOfProtocol) : ConnectAttempt;
}
