using System.Text.Json;
using System.Text.Json.Nodes;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>
/// A file of several models to a text for each: an address that begins with a tilde is completed by the model's root, and
/// the profile is named after file and model. A file without models is one text.
/// </summary>
static class ProfileModels
{
    const string Root = "\"~";
    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <returns>Null for the model where there are none.</returns>
    public static IEnumerable<(string? Model, string Text)> Of(string text)
    {
        var models = Models(text);
        return models.Count == 0
            ? [(null, text)]
            : models.Select(model => ((string?)model.Key, text.Replace(Root, "\"" + model.Value, StringComparison.Ordinal)));
    }

    // What is no JSON, or no map of texts, is refused with its line by whoever reads the text itself.
    static Dictionary<string, string> Models(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient) is JsonObject root && root["models"] is JsonObject models
                ? models.Where(model => model.Value?.GetValueKind() == JsonValueKind.String)
                    .ToDictionary(model => model.Key, model => (string)model.Value!, StringComparer.Ordinal)
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
