using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace DcOps.Testing;

/// <summary>A page as a program reads it: every value by its key, as the canonical number that stands beside the text.</summary>
public sealed partial class LivePage(string html)
{
    readonly Dictionary<string, string> _values = Value().Matches(html)
        .DistinctBy(match => match.Groups["key"].Value, StringComparer.Ordinal)
        .ToDictionary(match => match.Groups["key"].Value, match => WebUtility.HtmlDecode(match.Groups["raw"].Value), StringComparer.Ordinal);

    public string Html { get; } = html;

    /// <summary>Null when the page has no such value or it is unknown.</summary>
    public double? this[string key] =>
        _values.TryGetValue(key, out var raw) && double.TryParse(raw, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Null when the page has no such value or it is unknown.</summary>
    public string? Text(string key) => _values.GetValueOrDefault(key);

    /// <summary>The closed hours of the facility page, newest first.</summary>
    public IEnumerable<HourRow> Hours => Hour().Matches(Html).Select(match => new HourRow(
        DateTimeOffset.Parse(WebUtility.HtmlDecode(match.Groups["from"].Value), CultureInfo.InvariantCulture),
        int.Parse(match.Groups["category"].Value, CultureInfo.InvariantCulture),
        double.TryParse(match.Groups["pue"].Value, CultureInfo.InvariantCulture, out var pue) ? pue : null));

    [GeneratedRegex("data-live=\"(?<key>[^\"]+)\" data-raw=\"(?<raw>[^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("data-hour=\"(?<from>[^\"]+)\" data-category=\"(?<category>\\d)\">.*?data-raw=\"(?<pue>[^\"]*)\"", RegexOptions.Singleline)]
    private static partial Regex Hour();
}
