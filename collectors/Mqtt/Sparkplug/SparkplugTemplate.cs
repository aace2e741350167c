namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>A structure of metrics as one value: decoded, and mapped to nothing.</summary>
public sealed record SparkplugTemplate(
    string? Version,
    ImmutableArray<SparkplugMetric> Metrics,
    ImmutableArray<SparkplugProperty> Parameters,
    string? Reference,
    bool? IsDefinition);
