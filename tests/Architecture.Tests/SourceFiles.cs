using DcOps.Testing;

namespace DcOps.Architecture.Tests;

/// <summary>The sources that we wrote, generated ones left out.</summary>
static class SourceFiles
{
    static readonly string[] Roots = ["silo", "collectors", "dashboard", "deploy", "tests"];

    public static IEnumerable<string> All() => Of("*.cs").Concat(Of("*.razor"));

    public static IEnumerable<string> Of(string pattern) =>
        Roots.Select(root => RepositoryRoot.Of(root))
            .SelectMany(root => Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories))
            .Where(file => !file.Contains("/node_modules/", StringComparison.Ordinal)
                && !file.Contains("/artifacts/", StringComparison.Ordinal));

    public static string Relative(string file) => Path.GetRelativePath(RepositoryRoot.Path, file);
}
