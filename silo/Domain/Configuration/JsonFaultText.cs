using System.Text.Json;

namespace DcOps.Domain.Configuration;

/// <summary>The serializer's exceptions in the words of a person who edits the file.</summary>
static class JsonFaultText
{
    public static string Plain(JsonException fault)
    {
        var text = fault.InnerException is FormatException format ? format.Message : fault.Message;
        var end = text.IndexOf(" Path: ", StringComparison.Ordinal);
        var cut = end < 0 ? text : text[..end];
        return Unmapped(cut) ?? cut;
    }

    // "The JSON property 'x' could not be mapped to any .NET member contained in type 'T'."
    static string? Unmapped(string text) =>
        text.Contains("could not be mapped", StringComparison.Ordinal) && text.Split('\'') is [_, var key, ..]
            ? $"'{key}' is not a known key here; check its spelling."
            : null;
}
