namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>A mapping that cannot be used.</summary>
/// <param name="key">Path of the guilty key inside the mapping, as in <c>points[2].unit</c>.</param>
/// <param name="reason">What is wrong, as one sentence.</param>
public sealed class MalformedMappingException(string key, string reason) : Exception($"{key}: {reason}")
{
    public string Key { get; } = key;

    public string Reason { get; } = reason;
}
