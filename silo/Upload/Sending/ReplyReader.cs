using System.Text.Json;
using System.Text.Json.Nodes;
using DcOps.Upload.Configuration;

namespace DcOps.Upload.Sending;

/// <summary>Reads a platform's answers by the configured form.</summary>
static class ReplyReader
{
    const int MostQuoted = 200;

    public static UploadAnswer Answer(ReplyForm form, string body)
    {
        if (Text(body, form.Code) is not { } code)
            return new UploadAnswer.Failed($"the answer has no '{form.Code}': {Quoted(body)}");
        if (form.Taken.Contains(code, StringComparer.Ordinal))
            return new UploadAnswer.Taken(HadThem: false);
        if (form.Duplicate.Contains(code, StringComparer.Ordinal))
            return new UploadAnswer.Taken(HadThem: true);
        return form.Refused.Contains(code, StringComparer.Ordinal)
            ? new UploadAnswer.Refused($"'{form.Code}' is {code}: {Quoted(body)}", code)
            : new UploadAnswer.Failed($"'{form.Code}' is {code}, which no list of codes has: {Quoted(body)}", code);
    }

    /// <summary>The value under a key, steps divided by dots; null when it is not there, or no plain value.</summary>
    public static string? Text(string body, string key)
    {
        try
        {
            var node = JsonNode.Parse(body);
            foreach (var step in key.Split('.'))
                node = node is JsonObject map && map.TryGetPropertyValue(step, out var below) ? below : null;
            return node is JsonValue value ? value.ToString() : null;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            // An answer that is no JSON has no such key; the caller quotes it.
            return null;
        }
    }

    static string Quoted(string body)
    {
        var line = new string([.. body.Take(MostQuoted).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return body.Length > MostQuoted ? line + "…" : line;
    }
}
