using System.Text.Json.Serialization;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>Codes that an object may say: numbers, texts, texts with an asterisk.</summary>
[JsonConverter(typeof(CodeListConverter))]
sealed record CodeList(ImmutableArray<string> Codes);
