namespace DcOps.Collectors.Mqtt.Receiving;

/// <summary>A kind of trouble with the messages of one topic.</summary>
/// <param name="Reason">As in the metrics.</param>
/// <param name="Detail">Of the last time; null when the reason says it all.</param>
public sealed record Refusal(string Topic, string Reason, string? Detail, long Count, DateTimeOffset LastAt);
