namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>How a Sparkplug host listens.</summary>
/// <param name="Broker">Its name in metrics and log.</param>
/// <param name="ReorderTimeout">How long a message may be late.</param>
/// <param name="RebirthInterval">Shortest time between two requests for a birth to one node.</param>
sealed record SparkplugHostOptions(string Broker, TimeSpan ReorderTimeout, TimeSpan RebirthInterval)
{
    public int QueueCapacity { get; init; } = 10_000;

    public int MaximumPayloadBytes { get; init; } = 4 * 1_024 * 1_024;

    /// <summary>How often gaps are looked at.</summary>
    public TimeSpan Tick => ReorderTimeout / 5;
}
