namespace DcOps.Collectors.Mqtt.Broker;

/// <summary>The broker that the standalone process carries for its simulator, on the loopback address alone.</summary>
/// <param name="Port">TCP port.</param>
public sealed record EmbeddedBrokerOptions(int Port)
{
    /// <summary>Messages kept for a session that is slow or away; above, the oldest is dropped and counted.</summary>
    public int MaximumQueuedMessages { get; init; } = 50_000;
}
