using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Tells a mapping's own messages from others of the same topic: <c>$.ENERGY</c>, or <c>$.method == 'NotifyStatus'</c>.</summary>
sealed class Guard
{
    readonly JsonPath _path;
    readonly string? _text;

    Guard(JsonPath path, string? text)
    {
        _path = path;
        _text = text;
    }

    /// <exception cref="FormatException">The text is of neither form.</exception>
    public static Guard Parse(string text) => text.Split(" == ") switch
    {
        [var path] => new(JsonPath.Parse(path), null),
        [var path, ['\'', .. var wanted, '\'']] => new(JsonPath.Parse(path), wanted),
        _ => throw new FormatException($"'{text}' is neither a path nor path == 'text'."),
    };

    public bool Holds(JsonElement payload) =>
        _path.One(payload) is { } value
        && (_text is null || (value.ValueKind == JsonValueKind.String && value.ValueEquals(_text)));
}
