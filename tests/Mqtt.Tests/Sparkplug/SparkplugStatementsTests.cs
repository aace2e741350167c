using System.Text.RegularExpressions;
using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

/// <summary>The page of Sparkplug's testable statements is complete, and names tests that exist.</summary>
public sealed partial class SparkplugStatementsTests
{
    static readonly string Page = File.ReadAllText(RepositoryRoot.Of("collectors", "Mqtt", "SPARKPLUG.md"));

    [Fact]
    public void Every_statement_stands_on_the_page_once()
    {
        var stated = File.ReadLines(SharedFolder.Of("data", "mqtt", "sparkplug", "tck_assertions.csv")).Skip(1)
            .Select(line => Statement().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["id"].Value);
        var sections = Page.Split("\n## ");
        var listed = sections.Skip(1).SelectMany(section => Row().Matches(section)).Select(row => row.Groups["id"].Value)
            .Concat(sections[3..].SelectMany(section => section.Split('\n')[1..]).SelectMany(line => line.Split(", ")).Where(word => Id().IsMatch(word)));

        Assert.Equal(stated.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        var tests = typeof(SparkplugStatementsTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);

        var named = Row().Matches(Page).Select(row => row.Groups["test"].Value).ToList();

        Assert.True(named.Count > 100, "the tables of the page are not found");
        Assert.Empty(named.Except(tests));
    }

    [GeneratedRegex("^tck-id-(?<id>[a-z0-9-]+),", RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^\| (?<id>[a-z0-9-]+) \| `(?<test>[A-Za-z0-9_.]+)` \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]*)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
