using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcOps.Domain.Configuration;

sealed class SecretJsonConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String
                ? Secret.Parse(reader.GetString()!)
                : throw new JsonException("A secret is text of the form env:NAME, file:PATH or text:LITERAL.");
        }
        catch (FormatException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
