namespace DcOps.Collectors.Mqtt.Publishing;

/// <summary>The device side of a session.</summary>
/// <param name="ClientId">Unique at the broker.</param>
public sealed record PublisherSettings(string Host, int Port, string ClientId)
{
    /// <summary>Asked anew for each connection: what the broker publishes when the device is gone. Null: nothing.</summary>
    public Func<PublishedMessage>? Will { get; init; }

    /// <summary>Topic filters to subscribe to on each connection.</summary>
    public ImmutableArray<string> Subscriptions { get; init; } = [];

    /// <summary>Takes what arrives there: topic and payload. What it publishes itself must be QoS 0: the next message waits for it.</summary>
    public Func<string, byte[], Task>? Received { get; init; }

    /// <summary>Wait before another attempt to connect; grows to ten times this while there is no broker.</summary>
    public TimeSpan ReconnectDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Time for a connection or an acknowledgement.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);
}
