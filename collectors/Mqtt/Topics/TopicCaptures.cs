namespace DcOps.Collectors.Mqtt.Topics;

/// <summary>What the captures of a <see cref="TopicPattern"/> hold for one topic.</summary>
/// <param name="names">Names of the captures, in the order of the pattern.</param>
/// <param name="values">As many; none is empty.</param>
public sealed class TopicCaptures(ImmutableArray<string> names, ImmutableArray<string> values)
{
    public static readonly TopicCaptures None = new([], []);

    /// <summary>Null when the pattern has no capture of that name.</summary>
    public string? Of(string name)
    {
        var index = names.IndexOf(name);
        return index < 0 ? null : values[index];
    }
}
