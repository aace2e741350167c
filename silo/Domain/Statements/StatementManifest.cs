using System.Text.Json;
using System.Text.Json.Serialization;
using DcOps.Domain.Configuration;

namespace DcOps.Domain.Statements;

/// <summary>The list of a bundle's files with their digests: what is signed. A change to any file changes it.</summary>
/// <param name="Format">Grows by addition; a reader refuses what it does not know.</param>
/// <param name="Scope">A facility's id, or the province's.</param>
/// <param name="Period">Kind of period, as in <c>month</c>.</param>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="ChainHead">Digest of the whole evidence chain.</param>
/// <param name="Rules">Rule packs applied, as in <c>gb-40879 2021.1</c>.</param>
public sealed record StatementManifest(
    string Format,
    string Scope,
    string Period,
    DateTimeOffset From,
    DateTimeOffset To,
    int Revision,
    DateTimeOffset FiledAt,
    string ChainHead,
    ImmutableArray<string> Rules,
    ImmutableArray<ManifestEntry> Files)
{
    public const string CurrentFormat = "dcops-statement/1";

    static readonly JsonSerializerOptions Canonical = new(ConfigurationDocument.Strict)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new UtcInstantConverter() },
    };

    public StatementFile ToFile() => new(StatementNames.Manifest, JsonSerializer.Serialize(this, Canonical) + "\n");

    /// <exception cref="FormatException">The text is no manifest of a known format; the message says why.</exception>
    public static StatementManifest Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<StatementManifest>(text, Canonical) is { Format: CurrentFormat } manifest
                ? manifest
                : throw new FormatException($"The manifest is not of format '{CurrentFormat}'.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The manifest cannot be read: {JsonFaultText.Plain(fault)}", fault);
        }
    }

    sealed class UtcInstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CanonicalText.TryInstant(reader.GetString() ?? "", out var instant)
                ? instant
                : throw new JsonException("an instant is not in UTC");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(CanonicalText.Of(value));
    }
}
