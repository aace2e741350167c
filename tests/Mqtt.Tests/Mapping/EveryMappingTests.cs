using System.Text.RegularExpressions;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

/// <summary>Holds for every file of <c>collectors/Mqtt/mappings</c>, whoever adds one.</summary>
public sealed partial class EveryMappingTests
{
    public static TheoryData<string> All => [.. MappingLibrary.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Is_named_like_its_file_and_can_be_applied(string name)
    {
        var mapping = MappingLibrary.Find(name)!;

        Assert.Equal(name, mapping.Name);
        Assert.NotEmpty(mapping.Filters.Concat(mapping.NoteFilters));
    }

    [Fact]
    public void The_library_is_the_folder()
    {
        var files = Directory.EnumerateFiles(RepositoryRoot.Of("collectors", "Mqtt", "mappings"), "*.json").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(files.Order(StringComparer.Ordinal), MappingLibrary.Names);
    }

    [Fact]
    public void The_members_of_plain_are_those_of_the_readme()
    {
        var readme = File.ReadAllText(RepositoryRoot.Of("collectors", "Mqtt", "README.md"));
        var section = readme.Split("\n## ").Single(part => part.StartsWith("The mapping `plain`", StringComparison.Ordinal));
        var documented = Row().Matches(section).SelectMany(row => Member().Matches(row.Groups["members"].Value)).Select(member => member.Groups["name"].Value);

        var mapped = MappingLibrary.Definition("plain").Points.Select(point => point.Path)
            .Where(path => !path.Contains("[*]", StringComparison.Ordinal)).Select(path => path[2..]);

        Assert.Equal([.. mapped.Concat(["breakers", "phases", "ratedPowerW", "serial", "ts"]).Order(StringComparer.Ordinal)], documented.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| (?<members>(?:`[A-Za-z0-9]+` ?)+)\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z0-9]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Member();
}
