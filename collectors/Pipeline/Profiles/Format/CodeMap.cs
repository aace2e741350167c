using System.Text.Json.Serialization;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>Raw codes and what they mean: written in place, or the name of one of the profile's <c>enumerations</c>.</summary>
[JsonConverter(typeof(CodeMapConverter))]
sealed record CodeMap(string? Name, IReadOnlyDictionary<string, string>? Codes);
