using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>A text is one component of weight 1, an object is components with their weights.</summary>
sealed class NumberRuleConverter : JsonConverter<NumberRule>
{
    public override NumberRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new(new Dictionary<string, int>(StringComparer.Ordinal) { [reader.GetString()!] = 1 })
            : new(JsonSerializer.Deserialize<Dictionary<string, int>>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, NumberRule value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Profiles are only read.");
}
