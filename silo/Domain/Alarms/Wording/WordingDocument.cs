using System.Text.Json;
using DcOps.Domain.Configuration;

namespace DcOps.Domain.Alarms.Wording;

/// <summary>The shipped file of alarm texts.</summary>
sealed class WordingDocument
{
    public static WordingDocument Shipped { get; } =
        JsonSerializer.Deserialize<WordingDocument>(ShippedText.Of("alarm-texts.json"), ConfigurationDocument.Strict)!;

    /// <summary>Sentences by id.</summary>
    public required Dictionary<string, WordingEntry> Texts { get; init; }

    /// <summary>Names that stand inside sentences, by id.</summary>
    public required Dictionary<string, WordingEntry> Terms { get; init; }
}
