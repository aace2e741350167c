using System.Text.RegularExpressions;

namespace DcOps.Collectors.Mqtt.Mapping.Notes;

/// <summary>
/// The template of a discovered value, where it only says where the value stands: <c>{{ value_json.a['b'][0] | float }}</c>.
/// A template that computes is refused: it is a program of another product.
/// </summary>
static partial class ValueTemplate
{
    /// <returns>A path; <c>$</c> when there is no template.</returns>
    /// <exception cref="FormatException">The template computes.</exception>
    public static string Path(string? template)
    {
        if (template is null)
            return "$";
        if (Form().Match(template) is not { Success: true } match)
            throw new FormatException($"the template '{template}' computes; only a path and | float can be followed");

        var path = match.Groups["path"].Value;
        return match.Groups["root"].Value == "value"
            ? path.Length == 0 ? "$" : throw new FormatException($"the template '{template}' takes a part of a text")
            : "$" + DoubleQuote().Replace(path, "'");
    }

    [GeneratedRegex(
        """^\s*\{\{-?\s*(?<root>value_json|value)(?<path>(?:\.[A-Za-z_][A-Za-z0-9_]*|\['[^']+'\]|\["[^"]+"\]|\[[0-9]+\])*)\s*(?:\|\s*(?:float|int)(?:\(\s*-?[0-9.]*\s*\))?\s*)?-?\}\}\s*$""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();

    [GeneratedRegex("(?<=\\[)\"|\"(?=\\])", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex DoubleQuote();
}
