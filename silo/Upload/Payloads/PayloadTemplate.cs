using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DcOps.Upload.Payloads;

/// <summary>
/// Fills a JSON template. A text that is one slot alone takes the slot's own JSON type; a slot inside a text is written into it; an instant
/// takes a form after a colon, in Beijing time, as in <c>{{period:yyyy-MM-dd HH:mm:ss}}</c>. Values cannot add structure: they are JSON
/// values, never JSON text.
/// </summary>
static partial class PayloadTemplate
{
    const string Each = "$each";
    const string Of = "of";

    static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <param name="slots">By name; an <see cref="DateTimeOffset"/>, a number, a text or null.</param>
    /// <param name="lists">What <c>$each</c> goes over: slots of each element, which come before the message's.</param>
    public static JsonNode? Fill(
        JsonNode? template, IReadOnlyDictionary<string, object?> slots, IReadOnlyDictionary<string, IEnumerable<IReadOnlyDictionary<string, object?>>> lists)
    {
        switch (template)
        {
            case JsonObject list when list[Each] is { } over:
                return new JsonArray([.. lists[over.GetValue<string>()].Select(element => Fill(list[Of], new Layered(element, slots), lists))]);
            case JsonObject map:
                return new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Fill(entry.Value, slots, lists))));
            case JsonArray array:
                return new JsonArray([.. array.Select(element => Fill(element, slots, lists))]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return Text(text, slots);
            default:
                return template?.DeepClone();
        }
    }

    /// <summary>What is wrong with a template: slots that do not exist, lists that do not.</summary>
    public static IEnumerable<string> FaultsOf(JsonNode? template, IReadOnlySet<string> slots) => template switch
    {
        JsonObject list when list.ContainsKey(Each) => (list[Each] is JsonValue over && over.TryGetValue<string>(out var name) && name is "items" or "meters" && slots.Contains(name)
                ? Array.Empty<string>()
                : [$"has a '{Each}' over what is no list here; write \"items\" or, for meters, \"meters\"."])
            .Concat(list.ContainsKey(Of) && list.Count == 2 ? [] : [$"has a '{Each}' without '{Of}', or with more than both."])
            .Concat(FaultsOf(list[Of], slots)),
        JsonObject map => map.SelectMany(entry => FaultsOf(entry.Value, slots)),
        JsonArray array => array.SelectMany(element => FaultsOf(element, slots)),
        JsonValue value when value.TryGetValue<string>(out var text) => Slot().Matches(text).Select(match => match.Groups["name"].Value)
            .Where(name => !slots.Contains(name))
            .Select(name => $"has the slot '{name}', which does not exist here; known are {string.Join(", ", slots.Order(StringComparer.Ordinal))}."),
        _ => [],
    };

    static JsonValue? Text(string text, IReadOnlyDictionary<string, object?> slots)
    {
        if (Slot().Match(text) is { Success: true } only && only.Length == text.Length && !only.Groups["form"].Success)
        {
            return slots[only.Groups["name"].Value] switch
            {
                null => null,
                decimal number => JsonValue.Create(number),
                int number => JsonValue.Create(number),
                long number => JsonValue.Create(number),
                bool flag => JsonValue.Create(flag),
                var other => JsonValue.Create(Written(other, null)),
            };
        }

        return JsonValue.Create(Slot().Replace(text, match =>
            Written(slots[match.Groups["name"].Value], match.Groups["form"] is { Success: true } form ? form.Value : null)));
    }

    static string Written(object? value, string? form) => value switch
    {
        null => "",
        DateTimeOffset at => at.ToOffset(Beijing).ToString(form ?? "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(form, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    [GeneratedRegex(@"\{\{(?<name>[a-z-]+)(:(?<form>[^{}]+))?\}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Slot();
}
