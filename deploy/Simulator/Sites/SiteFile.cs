using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcOps.Simulator.Sites;

/// <summary>The configuration file on disk: whole or not there, for whoever waits for it.</summary>
public static class SiteFile
{
    static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Text(object document) => JsonSerializer.Serialize(document, Form);

    public static void Write(string path, object document)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var beside = path + ".new";
        File.WriteAllText(beside, Text(document));
        File.Move(beside, path, overwrite: true);
    }
}
