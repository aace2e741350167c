using System.Globalization;
using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>
/// Where a value stands in a JSON payload: <c>$.a.b</c>, <c>$['em:0'].power</c>, <c>$.list[0]</c>, every element
/// <c>$.list[*]</c>, the element with a given member <c>$.list[?id=='Ia'].v</c>.
/// </summary>
public sealed class JsonPath
{
    readonly string _text;
    readonly ImmutableArray<JsonPathStep> _steps;

    JsonPath(string text, ImmutableArray<JsonPathStep> steps)
    {
        _text = text;
        _steps = steps;
        IsMany = steps.Any(step => step is JsonPathStep.Every);
    }

    /// <summary>Whether it may lead to several values.</summary>
    public bool IsMany { get; }

    /// <summary>The member that the path begins with; null when it begins otherwise.</summary>
    internal string? FirstMember => _steps is [JsonPathStep.Member first, ..] ? first.Name : null;

    /// <summary>The path from the value of <see cref="FirstMember"/> on; the path itself where there is none.</summary>
    internal JsonPath Rest => FirstMember is null ? this : new(_text, _steps[1..]);

    /// <exception cref="FormatException">The text is no path; the message quotes it.</exception>
    public static JsonPath Parse(string text)
    {
        var fault = new FormatException($"'{text}' is not a path of the form $.member['member'][0][*][?member=='text'].");
        if (text is not ['$', ..])
            throw fault;

        var steps = ImmutableArray.CreateBuilder<JsonPathStep>();
        var rest = text.AsSpan(1);
        while (!rest.IsEmpty)
        {
            int length;
            if (rest[0] == '.')
            {
                var end = rest[1..].IndexOfAny('.', '[');
                length = end < 0 ? rest.Length : end + 1;
                steps.Add(length > 1 ? new JsonPathStep.Member(rest[1..length].ToString()) : throw fault);
            }
            else
            {
                length = rest.IndexOf(']') + 1;
                steps.Add(rest[0] == '[' && length > 2 ? Bracket(rest[1..(length - 1)].ToString()) ?? throw fault : throw fault);
            }

            rest = rest[length..];
        }

        return steps.Count(step => step is JsonPathStep.Every) < 2
            ? new(text, steps.ToImmutable())
            : throw new FormatException($"'{text}' goes through every element twice; once is allowed.");
    }

    /// <summary>The value of a path that leads to one; none when it is absent.</summary>
    public JsonElement? One(JsonElement root)
    {
        var at = root;
        foreach (var step in _steps)
        {
            if (step.Take(at) is not { } next)
                return null;
            at = next;
        }

        return at;
    }

    /// <summary>
    /// The values with their number: 1, 2, … for the elements of an array, 0 for a value that stands where an array may.
    /// </summary>
    public void Many(JsonElement root, List<(int Number, JsonElement Value)> found)
    {
        found.Clear();
        found.Add((0, root));
        foreach (var step in _steps)
        {
            if (step is JsonPathStep.Every && found is [(_, { ValueKind: JsonValueKind.Array } array)])
            {
                found.Clear();
                foreach (var element in array.EnumerateArray())
                    found.Add((found.Count + 1, element));
                continue;
            }

            for (var index = found.Count - 1; index >= 0; index--)
            {
                if (step.Take(found[index].Value) is { } next)
                    found[index] = (found[index].Number, next);
                else
                    found.RemoveAt(index);
            }
        }
    }

    public override string ToString() => _text;

    static JsonPathStep? Bracket(string inside) => inside switch
    {
        "*" => new JsonPathStep.Every(),
        ['\'', .. var name, '\''] when name.Length > 0 => new JsonPathStep.Member(name),
        ['?', .. var condition] when condition.Split("==") is [var member, ['\'', .. var text, '\'']] =>
            new JsonPathStep.Having(member, text),
        _ => int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new JsonPathStep.Element(index)
            : null,
    };
}
