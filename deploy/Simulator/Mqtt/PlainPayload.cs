using System.Buffers;
using System.Text.Json;
using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Mqtt;

/// <summary>What a plant device says, in the members of the mapping <c>plain</c>.</summary>
public static class PlainPayload
{
    /// <param name="at">Now: a stuck meter's gateway has a clock that is not stuck.</param>
    public static ReadOnlyMemory<byte> Of(SimulatedDevice device, DateTimeOffset at)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("ts", at);
        WriteMembers(json, PlantValues.Of(device));
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    static void WriteMembers(Utf8JsonWriter json, IEnumerable<(string Name, object Value)> members)
    {
        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
    }

    static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case long whole:
                json.WriteNumberValue(whole);
                return;
            case double fraction:
                json.WriteNumberValue(fraction);
                return;
            case IEnumerable<IEnumerable<(string, object)>> list:
                json.WriteStartArray();
                foreach (var element in list)
                {
                    json.WriteStartObject();
                    WriteMembers(json, element);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                return;
            default:
                json.WriteStringValue((string)value);
                return;
        }
    }
}
