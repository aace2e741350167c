using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcOps.Domain.Configuration;

namespace DcOps.Domain.Statements.Printed;

/// <summary>
/// Reasons of verdicts and sources of rules in a reader's language. The product says and files them as one English clause each; what
/// is not known here stands as it was said.
/// </summary>
static class ReasonWords
{
    static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(100);

    static readonly ReasonFile Shipped = JsonSerializer.Deserialize<ReasonFile>(ShippedText.Of("reasons.json"), JsonSerializerOptions.Web)!;

    static readonly ImmutableArray<(Regex Clause, Dictionary<string, string> Words)> Clauses =
    [
        .. Shipped.Clauses.Select(each => (new Regex(each["clause"], RegexOptions.CultureInvariant, MostTime), each)),
    ];

    static readonly Dictionary<string, string> Sources = JsonSerializer.Deserialize<Dictionary<string, string>>(ShippedText.Of("sources.json"))!;

    /// <param name="code">Language as the word files have it.</param>
    public static string Reason(string reason, string code)
    {
        foreach (var (clause, words) in Clauses)
        {
            if (clause.Match(reason) is { Success: true } match)
                return string.Format(CultureInfo.InvariantCulture, words[code], [.. match.Groups.Values.Skip(1).Select(group => Term(group.Value, code))]);
        }

        return reason;
    }

    /// <summary>Number and title of a text are the same in every language; the words around them are not.</summary>
    public static string Source(string source, string code) => code != "en" && Sources.TryGetValue(source, out var words) ? words : source;

    static string Term(string term, string code) => Shipped.Terms.TryGetValue(term, out var words) ? words[code] : term;

    sealed record ReasonFile(ImmutableArray<Dictionary<string, string>> Clauses, Dictionary<string, Dictionary<string, string>> Terms);
}
