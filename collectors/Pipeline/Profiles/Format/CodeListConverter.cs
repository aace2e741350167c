using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>An array of numbers and texts.</summary>
sealed class CodeListConverter : JsonConverter<CodeList>
{
    public override CodeList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var codes = ImmutableArray.CreateBuilder<string>();
        foreach (var code in JsonSerializer.Deserialize<JsonElement[]>(ref reader, options)!)
        {
            codes.Add(code.ValueKind switch
            {
                JsonValueKind.Number => code.GetDouble().ToString(CultureInfo.InvariantCulture),
                JsonValueKind.String => code.GetString()!,
                _ => throw new JsonException("A code is a number or a text."),
            });
        }

        return new(codes.DrainToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, CodeList value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Profiles are only read.");
}
