using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Bytes of a payload to a JSON document, or the reason why not.</summary>
static class PayloadParser
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };
    static readonly JsonDocumentOptions Lax = new() { MaxDepth = 32 };

    /// <summary>The caller disposes of the document.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> payload, PayloadFormat format, out MessageOutcome.Refused? refused)
    {
        refused = null;
        if (!Utf8.IsValid(payload.Span))
        {
            refused = new(RefusalReason.NotUtf8);
            return null;
        }

        try
        {
            return JsonDocument.Parse(payload, Strict);
        }
        catch (JsonException) when (format == PayloadFormat.Scalar)
        {
            // A word such as "online" is a scalar payload and no JSON.
            return JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(Encoding.UTF8.GetString(payload.Span).Trim()));
        }
        catch (JsonException fault)
        {
            refused = IsJson(payload) ? new(RefusalReason.DuplicateMember, fault.Message) : new(RefusalReason.NotJson, fault.Message);
            return null;
        }
    }

    static bool IsJson(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload, Lax);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
