using System.Text.Json;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Statements.Printed;

/// <summary>The words of a printed statement by key: headings, columns, and the values that tables write in kebab case.</summary>
public sealed class StatementWords
{
    static readonly Dictionary<string, Dictionary<string, string>> Shipped =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(ShippedText.Of("words.json"))!;

    readonly string _code;

    StatementWords(string code) => _code = code;

    public static StatementWords Of(StatementLanguage language) => language switch
    {
        StatementLanguage.Chinese => new("zh"),
        StatementLanguage.English => new("en"),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "is not a language of statements."),
    };

    /// <summary>Keys that have words.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> All => Shipped;

    /// <summary>As in <c>zh-CN</c>, for the page's own language.</summary>
    public string Tag => _code == "zh" ? "zh-CN" : "en";

    /// <exception cref="KeyNotFoundException">The key has no words.</exception>
    public string this[string key] => Shipped[key][_code];

    public string Name(Designation name) => _code == "zh" ? name.Chinese : name.English;

    /// <summary>Reason of a verdict, filed as one English clause; one that is not known stands as it was filed.</summary>
    public string Reason(string clause) => ReasonWords.Reason(clause, _code);

    /// <summary>Text that a rule or a formula was taken from.</summary>
    public string Source(string source) => ReasonWords.Source(source, _code);

    /// <summary>The value in words where it is one of the product's own, else the value as it stands.</summary>
    public string Value(string text) => Shipped.TryGetValue(text, out var words) ? words[_code] : text;
}
