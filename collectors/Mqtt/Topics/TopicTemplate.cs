using System.Globalization;

namespace DcOps.Collectors.Mqtt.Topics;

/// <summary>
/// Text with captures to fill in: <c>{facility}/{room}/{rack}</c>. <c>{n+1}</c> is the captured number plus one, for
/// devices that count from zero.
/// </summary>
public sealed class TopicTemplate
{
    readonly string _text;
    readonly ImmutableArray<(string Text, string? Capture, int Offset)> _parts;

    TopicTemplate(string text, ImmutableArray<(string Text, string? Capture, int Offset)> parts)
    {
        _text = text;
        _parts = parts;
    }

    /// <summary>Names of the captures that a pattern must give.</summary>
    public IEnumerable<string> Names => _parts.Select(part => part.Capture).OfType<string>();

    /// <exception cref="FormatException">A brace has no partner, or a capture no name.</exception>
    public static TopicTemplate Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(string, string?, int)>();
        var at = 0;
        while (text.IndexOf('{', at) is >= 0 and var open)
        {
            var close = text.IndexOf('}', open);
            if (close <= open + 1)
                throw new FormatException($"'{text}' has a capture without a name or without an end.");

            var name = text[(open + 1)..close].Split('+');
            var offset = 0;
            if (name.Length > 2 || (name.Length == 2 && !int.TryParse(name[1], NumberStyles.None, CultureInfo.InvariantCulture, out offset)))
                throw new FormatException($"'{text}' has a capture that is neither {{name}} nor {{name+number}}.");
            parts.Add((text[at..open], name[0], name.Length == 2 ? offset : -1));
            at = close + 1;
        }

        parts.Add((text[at..], null, -1));
        return new(text, parts.ToImmutable());
    }

    /// <summary>Null when a capture is missing, or one to be counted on is no number.</summary>
    public string? Expand(TopicCaptures captures)
    {
        var expanded = "";
        foreach (var (text, name, offset) in _parts)
        {
            expanded += text;
            if (name is null)
                continue;

            var value = captures.Of(name);
            if (offset >= 0)
            {
                value = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue - offset
                    ? (number + offset).ToString(CultureInfo.InvariantCulture)
                    : null;
            }

            if (value is null)
                return null;
            expanded += value;
        }

        return expanded;
    }

    public override string ToString() => _text;
}
