using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>A text is the name of an enumeration, an object is one.</summary>
sealed class CodeMapConverter : JsonConverter<CodeMap>
{
    public override CodeMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new(reader.GetString(), null)
            : new(null, JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, CodeMap value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Profiles are only read.");
}
