namespace DcOps.Collectors.Mqtt.Topics;

/// <summary>One level of a <see cref="TopicPattern"/>: text and captures in turn.</summary>
sealed class TopicLevel
{
    // Texts before, between and after the captures: one more than there are captures.
    readonly ImmutableArray<string> _texts;

    TopicLevel(ImmutableArray<string> texts, ImmutableArray<string> names)
    {
        _texts = texts;
        Names = names;
    }

    public ImmutableArray<string> Names { get; }

    public string Filter => Names.IsEmpty ? _texts[0] : "+";

    public static TopicLevel Parse(string level, string pattern)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        var names = ImmutableArray.CreateBuilder<string>();
        var at = 0;
        while (level.IndexOf('{', at) is >= 0 and var open)
        {
            var close = level.IndexOf('}', open);
            if (close <= open + 1)
                throw new FormatException($"'{pattern}' has a capture without a name or without an end.");
            if (names.Count > 0 && open == at)
                throw new FormatException($"'{pattern}' has two captures with nothing between them.");

            texts.Add(level[at..open]);
            names.Add(level[(open + 1)..close]);
            at = close + 1;
        }

        texts.Add(level[at..]);
        if (texts.Any(text => text.AsSpan().ContainsAny("+#{}")) || names.Any(name => !name.All(char.IsAsciiLetterOrDigit)))
            throw new FormatException($"'{pattern}' is not a topic pattern of the form dc/{{facility}}/{{device}}.");
        return new(texts.ToImmutable(), names.ToImmutable());
    }

    public bool TryMatch(ReadOnlySpan<char> level, ImmutableArray<string>.Builder values)
    {
        if (!level.StartsWith(_texts[0], StringComparison.Ordinal))
            return false;

        level = level[_texts[0].Length..];
        for (var capture = 0; capture < Names.Length; capture++)
        {
            var text = _texts[capture + 1];
            var isLast = capture == Names.Length - 1;
            var length = text.Length == 0 ? level.Length
                : isLast ? (level.EndsWith(text, StringComparison.Ordinal) ? level.Length - text.Length : 0)
                : level.IndexOf(text, StringComparison.Ordinal);
            if (length < 1)
                return false;

            values.Add(level[..length].ToString());
            level = level[(length + text.Length)..];
        }

        return level.IsEmpty;
    }
}
