namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>A connection's state in words.</summary>
/// <param name="Reason">What the last attempt or the loss gave as its cause; null while connected.</param>
public sealed record BrokerStatus(string Broker, BrokerState State, DateTimeOffset Since, string? Reason);
