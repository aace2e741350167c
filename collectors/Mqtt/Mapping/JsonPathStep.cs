using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>One step of a <see cref="JsonPath"/>.</summary>
abstract record JsonPathStep
{
    JsonPathStep()
    {
    }

    /// <summary>The value that the step leads to; null when there is none.</summary>
    public abstract JsonElement? Take(JsonElement from);

    public sealed record Member(string Name) : JsonPathStep
    {
        public override JsonElement? Take(JsonElement from) =>
            from.ValueKind == JsonValueKind.Object && from.TryGetProperty(Name, out var value) ? value : null;
    }

    public sealed record Element(int Index) : JsonPathStep
    {
        public override JsonElement? Take(JsonElement from) =>
            from.ValueKind == JsonValueKind.Array && Index < from.GetArrayLength() ? from[Index] : null;
    }

    /// <summary>The first element of an array whose member is this text.</summary>
    public sealed record Having(string Name, string Text) : JsonPathStep
    {
        public override JsonElement? Take(JsonElement from)
        {
            if (from.ValueKind != JsonValueKind.Array)
                return null;

            foreach (var element in from.EnumerateArray())
            {
                if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Name, out var value)
                    && value.ValueKind == JsonValueKind.String && value.ValueEquals(Text))
                    return element;
            }

            return null;
        }
    }

    /// <summary>Every element of an array; a value that is none stands for itself.</summary>
    public sealed record Every : JsonPathStep
    {
        public override JsonElement? Take(JsonElement from) => from;
    }
}
