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

    /// <summary>These and one more.</summary>
    public TopicCaptures With(string name, string value) => new(names.Add(name), values.Add(value));

    /// <summary>Whether no name stands for different texts in the two.</summary>
    public bool Agrees(TopicCaptures other)
    {
        for (var index = 0; index < names.Length; index++)
        {
            if (other.Of(names[index]) is { } value && value != values[index])
                return false;
        }

        return true;
    }
}
