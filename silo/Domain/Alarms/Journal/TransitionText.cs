using System.Text.Json;
using System.Text.Json.Serialization;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Journal;

/// <summary>An entry of the journal as one line of JSON: what a store keeps and an export hands out.</summary>
public static class TransitionText
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new TextOf<Location>(location => location.Path, Location.Parse),
            new TextOf<PointId>(point => point.ToString(), PointId.Parse),
        },
    };

    public static string Of(AlarmTransition entry) => JsonSerializer.Serialize(entry, Options);

    /// <exception cref="FormatException">The text is no entry.</exception>
    public static AlarmTransition Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<AlarmTransition>(text, Options)
                ?? throw new FormatException("An entry of the journal is not null.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"'{text}' is not an entry of the journal: {fault.Message}", fault);
        }
    }

    sealed class TextOf<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString() ?? throw new JsonException("A name is not null."));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));
    }
}
