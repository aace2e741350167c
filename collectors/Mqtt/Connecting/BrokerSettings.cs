using DcOps.Collectors.Mqtt.Configuration;
using MQTTnet;

namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>A <see cref="BrokerSection"/> made ready: secrets read, certificates loaded.</summary>
/// <param name="Name">Of the broker as metrics and log give it.</param>
/// <param name="Tls">Null: not encrypted.</param>
sealed record BrokerSettings(
    string Name,
    string Host,
    int Port,
    string ClientId,
    string? User,
    string? Password,
    MqttClientTlsOptions? Tls,
    ProtocolChoice Protocol,
    ushort ReceiveMaximum,
    TimeSpan KeepAlive,
    TimeSpan Timeout,
    TimeSpan ReconnectMinimum,
    TimeSpan ReconnectMaximum);
