namespace DcOps.Collectors.Mqtt.Topics;

/// <summary>
/// Shape of a topic with named captures: <c>dc/{facility}/{room}/{rack}/{device}</c>. A capture stands for at least one
/// character of one level; a level may mix captures and text (<c>switch:{n}</c>); <c>{rest+}</c> as the last level takes
/// all the levels that remain.
/// </summary>
public sealed class TopicPattern
{
    readonly ImmutableArray<TopicLevel> _levels;
    readonly bool _hasRest;

    TopicPattern(string text, ImmutableArray<TopicLevel> levels, ImmutableArray<string> names, bool hasRest)
    {
        Text = text;
        Names = names;
        _levels = levels;
        _hasRest = hasRest;
    }

    public string Text { get; }

    /// <summary>Names of the captures, each once, in the order of the text.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The narrowest MQTT topic filter that lets every matching topic through.</summary>
    public string Filter => string.Join('/', _levels.Select(level => level.Filter).Concat(_hasRest ? ["#"] : []));

    /// <exception cref="FormatException">The text is no pattern; the message quotes it.</exception>
    public static TopicPattern Parse(string text)
    {
        var parts = text.Split('/');
        var hasRest = parts[^1] is ['{', .., '+', '}'];
        var levels = parts[..^(hasRest ? 1 : 0)].Select(part => TopicLevel.Parse(part, text)).ToImmutableArray();
        ImmutableArray<string> names = [.. levels.SelectMany(level => level.Names), .. hasRest ? [parts[^1][1..^2]] : Array.Empty<string>()];
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length)
            throw new FormatException($"'{text}' names a capture twice.");
        return new(text, levels, names, hasRest);
    }

    /// <summary>Matches case by case, the whole topic.</summary>
    public bool TryMatch(string topic, out TopicCaptures captures)
    {
        captures = TopicCaptures.None;
        var values = ImmutableArray.CreateBuilder<string>(Names.Length);
        var start = 0;
        foreach (var level in _levels)
        {
            if (start > topic.Length)
                return false;

            var slash = topic.IndexOf('/', start);
            var end = slash < 0 ? topic.Length : slash;
            if (!level.TryMatch(topic.AsSpan(start, end - start), values))
                return false;
            start = end + 1;
        }

        if (_hasRest && start < topic.Length)
        {
            values.Add(topic[start..]);
            start = topic.Length + 1;
        }

        if (start != topic.Length + 1 || values.Count != Names.Length)
            return false;

        captures = new(Names, values.ToImmutable());
        return true;
    }

    public override string ToString() => Text;
}
