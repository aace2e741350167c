namespace DcOps.Collectors.Mqtt.Sparkplug.Nodes;

/// <summary>A decoded message of one edge node or of a device behind it.</summary>
sealed record NodeMessage(SparkplugTopic Topic, SparkplugPayload Payload, DateTimeOffset ReceivedAt);
