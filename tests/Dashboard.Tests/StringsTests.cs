using System.Text.RegularExpressions;
using System.Xml.Linq;
using DcOps.Testing;

namespace DcOps.Dashboard.Tests;

/// <summary>Both languages say the same things.</summary>
public sealed partial class StringsTests
{
    static readonly Dictionary<string, string> English = Read("Strings.resx");
    static readonly Dictionary<string, string> Chinese = Read("Strings.zh-CN.resx");

    [Fact]
    public void Every_key_is_in_both_languages()
    {
        Assert.NotEmpty(English);
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_text_has_the_same_placeholders_in_both_languages()
    {
        var different = English.Keys.Where(key => !Placeholders(English[key]).SequenceEqual(Placeholders(Chinese[key])));

        Assert.Empty(different);
    }

    [Fact]
    public void No_text_is_empty() => Assert.DoesNotContain(English.Values.Concat(Chinese.Values), string.IsNullOrWhiteSpace);

    static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    static Dictionary<string, string> Read(string file) =>
        XDocument.Load(RepositoryRoot.Of("dashboard", "Localization", file)).Root!.Elements("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
