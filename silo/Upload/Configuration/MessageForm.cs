using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace DcOps.Upload.Configuration;

/// <summary>
/// Paths and JSON templates of a platform's messages. A template is the JSON to send, with slots like <c>{{value}}</c>; an object
/// <c>{ "$each": "items", "of": … }</c> is a list with one element per item.
/// </summary>
public sealed class MessageForm
{
    [Required, MinLength(1)]
    public required string DataPath { get; init; }

    /// <summary>The items, before encryption.</summary>
    public required JsonNode Data { get; init; }

    /// <summary>What is posted, around the encrypted data: slots <c>payload</c>, <c>mac</c>, <c>signature</c>. Null: the data itself.</summary>
    public JsonNode? Envelope { get; init; }

    /// <summary>Null: the platform asks for no registration.</summary>
    public string? RegisterPath { get; init; }

    public JsonNode? Register { get; init; }

    /// <summary>Version of the platform's base data, asked for by GET. Null: there is none.</summary>
    public string? VersionPath { get; init; }

    /// <summary>Base data, asked for by GET when its version is new; kept in the data folder.</summary>
    public string? BasePath { get; init; }

    public string? EnterprisePath { get; init; }

    public JsonNode? Enterprise { get; init; }

    public string? MetersPath { get; init; }

    /// <summary>The meters; <c>$each</c> goes over <c>meters</c>.</summary>
    public JsonNode? Meters { get; init; }

    /// <summary>Code of each span at the platform.</summary>
    public Dictionary<string, string> Spans { get; init; } = new(StringComparer.Ordinal) { ["quarter"] = "0", ["day"] = "1", ["month"] = "2" };
}
