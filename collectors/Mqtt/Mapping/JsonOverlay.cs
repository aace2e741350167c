using System.Buffers;
using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Lays a JSON object that names only what changed over what was said before.</summary>
static class JsonOverlay
{
    /// <summary>Objects are merged member by member, anything else is replaced.</summary>
    public static byte[] Merge(JsonElement before, JsonElement change)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, before, change);
        return buffer.WrittenSpan.ToArray();
    }

    static void Write(Utf8JsonWriter writer, JsonElement before, JsonElement change)
    {
        if (before.ValueKind != JsonValueKind.Object || change.ValueKind != JsonValueKind.Object)
        {
            change.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in before.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (change.TryGetProperty(member.Name, out var changed))
                Write(writer, member.Value, changed);
            else
                member.Value.WriteTo(writer);
        }

        foreach (var member in change.EnumerateObject().Where(member => !before.TryGetProperty(member.Name, out _)))
            member.WriteTo(writer);
        writer.WriteEndObject();
    }
}
