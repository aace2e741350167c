using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DcOps.Domain.Configuration;

/// <summary>
/// A configuration file as strict JSON: comments and trailing commas are allowed, unknown and repeated keys are not.
/// Each project binds its own sections; faults are collected, so that one start reports them all.
/// </summary>
public sealed class ConfigurationDocument
{
    /// <summary>How every section is read: kebab-case enum names, camelCase keys, nothing unknown, nothing twice.</summary>
    public static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    readonly JsonObject _root;
    readonly JsonLines _lines;
    readonly HashSet<string> _read = new(StringComparer.Ordinal);
    readonly List<ConfigurationFault> _faults = [];

    ConfigurationDocument(string file, JsonObject root, JsonLines lines)
    {
        File = file;
        _root = root;
        _lines = lines;
    }

    public string File { get; }

    /// <exception cref="ConfigurationException">The text is not one JSON object.</exception>
    public static ConfigurationDocument Parse(string file, string text)
    {
        var json = text.TrimStart('\uFEFF');
        try
        {
            var lines = JsonLines.Of(Encoding.UTF8.GetBytes(json));
            if (lines.Repeated.Count > 0)
            {
                throw new ConfigurationException(
                    [.. lines.Repeated.Select(key => new ConfigurationFault(file, key.Line, key.Path, "is there twice; keep one."))]);
            }

            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            return JsonNode.Parse(json, documentOptions: options) is JsonObject root
                ? new(file, root, lines)
                : throw new ConfigurationException([new(file, 1, "$", "must be one JSON object: { … }.")]);
        }
        catch (JsonException fault)
        {
            var line = (int)(fault.LineNumber ?? 0) + 1;
            throw new ConfigurationException([new(file, line, "$", $"is not valid JSON: {JsonFaultText.Plain(fault)}")]);
        }
    }

    public bool Has(string section) => _root.ContainsKey(section);

    /// <summary>A section as it was written, for rules that span sections; null when it is absent or no object. It does not count as read.</summary>
    public JsonObject? Peek(string section) => _root[section] as JsonObject;

    /// <summary>Binds one section and checks its annotations, down to the last element; null when it is absent or faulty (the fault is collected).</summary>
    public T? Section<T>(string section, bool required = false)
        where T : class
    {
        _read.Add(section);
        if (_root[section] is not { } node)
        {
            if (_root.ContainsKey(section))
                Refuse(section, "must not be null; leave the section out instead.");
            else if (required)
                Refuse(section, "is missing; every configuration needs it.");
            return null;
        }

        try
        {
            var bound = node.Deserialize<T>(Strict);
            if (bound is null)
                return null;

            var before = _faults.Count;
            AnnotationCheck.Descend(bound, section, Refuse);
            return _faults.Count == before ? bound : null;
        }
        catch (JsonException fault)
        {
            var path = section + (fault.Path ?? "$")[1..];
            Refuse(path, JsonFaultText.Plain(fault));
            return null;
        }
    }

    /// <summary>The line on which a key stands, or its nearest ancestor that exists; counted from 1, 0 when there is none.</summary>
    public int LineOf(string key) => _lines.Of(key);

    /// <summary>Collects a fault of a rule that spans keys; <paramref name="key"/> is the path of the guilty one.</summary>
    public void Refuse(string key, string reason) => _faults.Add(new(File, _lines.Of(key), key, reason));

    /// <summary>Ends the reading: every fault collected, and every section that nobody read.</summary>
    /// <exception cref="ConfigurationException">There is at least one.</exception>
    public void ThrowIfFaulty()
    {
        foreach (var (section, _) in _root)
        {
            if (!_read.Contains(section))
                Refuse(section, $"is not a known section; known are {string.Join(", ", _read.Order(StringComparer.Ordinal))}.");
        }

        if (_faults.Count > 0)
            throw new ConfigurationException([.. _faults.Distinct().OrderBy(fault => fault.Line)]);
    }
}
