namespace DcOps.Collectors.Mqtt.Publishing;

/// <summary>A message as a device publishes it: never retained.</summary>
/// <param name="IsAcknowledged">QoS 1; else QoS 0.</param>
public sealed record PublishedMessage(string Topic, ReadOnlyMemory<byte> Payload, bool IsAcknowledged = true);
