using System.Xml.Linq;

namespace DcOps.Architecture.Tests;

/// <summary>What a project file refers to.</summary>
/// <param name="Name">The project's name, as in <c>DcOps.Domain</c>.</param>
/// <param name="Projects">Names of the projects it refers to directly.</param>
/// <param name="Packages">Names of the packages it refers to directly.</param>
sealed record ProjectFile(string Name, string Path, ImmutableArray<string> Projects, ImmutableArray<string> Packages)
{
    public bool IsTest => Path.Contains("/tests/", StringComparison.Ordinal);

    public static ImmutableArray<ProjectFile> All() =>
        [.. SourceFiles.Of("*.csproj").Select(Read).OrderBy(project => project.Name, StringComparer.Ordinal)];

    static ProjectFile Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        return new(
            System.IO.Path.GetFileNameWithoutExtension(path),
            path,
            [.. Includes(root, "ProjectReference").Select(reference => System.IO.Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')))],
            [.. Includes(root, "PackageReference")]);
    }

    static IEnumerable<string> Includes(XElement root, string element) =>
        root.Descendants(element).Select(reference => (string?)reference.Attribute("Include")).OfType<string>();
}
