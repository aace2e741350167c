using System.Text.RegularExpressions;
using DcOps.Testing;

namespace DcOps.Architecture.Tests;

/// <summary>What the texts say exists, exists; what exists, the texts say.</summary>
public sealed partial class DocsInStepTests
{
    [Fact]
    public void Every_metric_in_the_code_stands_in_the_metrics_page()
    {
        var inCode = SourceFiles.Of("*Metrics.cs").SelectMany(file => SeriesName().Matches(File.ReadAllText(file)))
            .Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Assert.Empty(inCode.Except(InPage()));
    }

    [Fact]
    public void Every_metric_in_the_metrics_page_is_in_the_code()
    {
        var code = string.Concat(SourceFiles.Of("*.cs").Where(file => !file.Contains("/tests/", StringComparison.Ordinal)).Select(File.ReadAllText));

        Assert.Empty(InPage().Where(series => !code.Contains(series, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_product_folder_is_named_in_the_architecture()
    {
        var text = File.ReadAllText(RepositoryRoot.Of("ARCHITECTURE.md"));

        var unnamed = new[] { "silo", "collectors", "deploy" }
            .SelectMany(root => Directory.EnumerateDirectories(RepositoryRoot.Of(root)))
            .Select(SourceFiles.Relative)
            .Where(folder => !text.Contains(folder, StringComparison.Ordinal));

        Assert.Empty(unnamed);
    }

    [Fact]
    public void Every_relative_link_in_the_texts_leads_somewhere()
    {
        var dead = Texts().SelectMany(text => RelativeLink().Matches(File.ReadAllText(text))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(text)!, target)))
            .Select(target => $"{SourceFiles.Relative(text)} -> {target}"));

        Assert.Empty(dead);
    }

    static IEnumerable<string> Texts() =>
        Directory.EnumerateFiles(RepositoryRoot.Path, "*.md")
            .Concat(Directory.EnumerateFiles(RepositoryRoot.Of("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(SourceFiles.Of("*.md"));

    static HashSet<string> InPage() =>
        [.. SeriesName().Matches(File.ReadAllText(RepositoryRoot.Of("docs", "metrics.md"))).Select(match => match.Value)];

    [GeneratedRegex("dcops_[a-z0-9_]+[a-z0-9]")]
    private static partial Regex SeriesName();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)(?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex RelativeLink();
}
