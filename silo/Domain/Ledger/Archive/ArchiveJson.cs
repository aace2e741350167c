using System.Text.Json;
using System.Text.Json.Serialization;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger.Archive;

/// <summary>The form in which entries are kept: names as in the types, enumerations by name, nothing that is derived.</summary>
static class ArchiveJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new FacilityIdConverter(), new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="FormatException">The text is not of this type: a newer version wrote it, or it was changed.</exception>
    public static T Read<T>(ArchiveEntry entry)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(entry.Body, Options)
                ?? throw new FormatException($"{entry.Kind} {entry.Scope} {entry.Item} {entry.Number} is empty.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"{entry.Kind} {entry.Scope} {entry.Item} {entry.Number} cannot be read: {fault.Message}", fault);
        }
    }

    sealed class FacilityIdConverter : JsonConverter<FacilityId>
    {
        public override FacilityId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            FacilityId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("a facility id is malformed");

        public override void Write(Utf8JsonWriter writer, FacilityId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
