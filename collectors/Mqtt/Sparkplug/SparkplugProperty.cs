namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>A property of a metric, or a parameter of a template.</summary>
/// <param name="Value">Null when the property is null, or itself a set of properties.</param>
public sealed record SparkplugProperty(string Name, SparkplugType Type, SparkplugValue? Value);
