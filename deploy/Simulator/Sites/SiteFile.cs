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

    public static void Write(string path, object document) => Replace(Path.GetFullPath(path), Text(document));

    /// <summary>Writes a table that the configuration names, into the configuration's folder.</summary>
    public static void WriteBeside(string path, string name, string text) =>
        Replace(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name), text);

    static void Replace(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fresh = path + ".new";
        File.WriteAllText(fresh, text);
        File.Move(fresh, path, overwrite: true);
    }
}
