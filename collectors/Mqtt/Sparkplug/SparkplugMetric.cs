namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>One metric of a payload. What is null was not in it.</summary>
/// <param name="Type">Unknown where only the birth told it.</param>
/// <param name="Value">Null when the metric is null.</param>
/// <param name="Properties">Empty when there are none.</param>
public sealed record SparkplugMetric(
    string? Name,
    ulong? Alias,
    DateTimeOffset? Timestamp,
    SparkplugType Type,
    SparkplugValue? Value,
    ImmutableArray<SparkplugProperty> Properties,
    bool IsHistorical = false,
    bool IsTransient = false)
{
    /// <summary>A metric as a birth carries it: with name, type and, when <paramref name="alias"/> is given, its alias.</summary>
    public static SparkplugMetric Of(
        string name, SparkplugType type, SparkplugValue? value, DateTimeOffset at, ulong? alias = null) =>
        new(name, alias, at, type, value, []);

    /// <summary>A metric as data carries it: by its alias alone.</summary>
    public static SparkplugMetric Of(ulong alias, SparkplugType type, SparkplugValue? value, DateTimeOffset at) =>
        new(null, alias, at, type, value, []);
}
