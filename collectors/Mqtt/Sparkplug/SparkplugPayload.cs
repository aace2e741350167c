namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>What one Sparkplug message carries.</summary>
/// <param name="Sequence">0 to 255; null in NDEATH and NCMD.</param>
public sealed record SparkplugPayload(DateTimeOffset? Timestamp, ulong? Sequence, ImmutableArray<SparkplugMetric> Metrics)
{
    /// <summary>Name of the metric that pairs a birth with its will.</summary>
    public const string BirthSequence = "bdSeq";

    /// <summary>Name of the metric by which a host asks for a new birth.</summary>
    public const string Rebirth = "Node Control/Rebirth";
}
