namespace DcOps.Architecture.Tests;

/// <summary>The arrows of ARCHITECTURE.md, read from the project files. A new project must be entered here.</summary>
public sealed class DependencyDirectionTests
{
    static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["DcOps.Domain"] = [],
        ["DcOps.Contracts"] = ["DcOps.Domain"],
        ["DcOps.Ledger"] = ["DcOps.Contracts"],
        ["DcOps.Grains"] = ["DcOps.Ledger"],
        ["DcOps.History"] = ["DcOps.Domain"],
        ["DcOps.Registry"] = ["DcOps.Domain"],
        ["DcOps.Signing"] = ["DcOps.Domain"],
        ["DcOps.Upload"] = ["DcOps.Contracts", "DcOps.Signing"],
        ["DcOps.Planning"] = ["DcOps.Contracts"],
        ["DcOps.Notify"] = ["DcOps.Contracts"],
        ["DcOps.Import"] = ["DcOps.Domain"],
        ["DcOps.Access"] = ["DcOps.Contracts", "DcOps.Registry", "DcOps.Signing"],
        ["DcOps.Silo.Host"] = ["DcOps.Grains", "DcOps.History", "DcOps.Registry", "DcOps.Signing", "DcOps.Upload", "DcOps.Import", "DcOps.Planning", "DcOps.Notify"],
        ["DcOps.Collectors.Pipeline"] = ["DcOps.Contracts"],
        ["DcOps.Collectors.Snmp"] = ["DcOps.Collectors.Pipeline"],
        ["DcOps.Collectors.Mqtt"] = ["DcOps.Collectors.Pipeline"],
        ["DcOps.Collectors.Host"] = ["DcOps.Collectors.Snmp", "DcOps.Collectors.Mqtt"],
        ["DcOps.Dashboard"] = ["DcOps.Contracts", "DcOps.Signing"],
        ["DcOps.Standalone"] = ["DcOps.Access", "DcOps.Silo.Host", "DcOps.Collectors.Host", "DcOps.Dashboard", "DcOps.Signing", "DcOps.Import"],
        ["DcOps.Simulator"] = ["DcOps.Collectors.Snmp", "DcOps.Collectors.Mqtt"],
    };

    public static TheoryData<string> Products => [.. ProjectFile.All().Where(project => !project.IsTest).Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Products))]
    public void Every_project_refers_only_towards_the_domain(string name)
    {
        var project = ProjectFile.All().Single(candidate => candidate.Name == name);

        Assert.True(Allowed.ContainsKey(name), $"{name} is new: enter what it may refer to, here and in ARCHITECTURE.md.");
        Assert.Empty(project.Projects.Except(Allowed[name]));
    }

    [Fact]
    public void No_product_refers_to_a_test_project()
    {
        var tests = ProjectFile.All().Where(project => project.IsTest).Select(project => project.Name).ToHashSet(StringComparer.Ordinal);

        var guilty = ProjectFile.All().Where(project => !project.IsTest && project.Projects.Any(tests.Contains));

        Assert.Empty(guilty.Select(project => project.Name));
    }

    [Fact]
    public void Every_project_is_named_like_its_folder()
    {
        var misplaced = ProjectFile.All().Where(project => !project.IsTest)
            .Where(project => !project.Name.EndsWith('.' + FolderOf(project), StringComparison.OrdinalIgnoreCase))
            .Select(project => SourceFiles.Relative(project.Path));

        Assert.Empty(misplaced);
    }

    static string FolderOf(ProjectFile project) => Path.GetFileName(Path.GetDirectoryName(project.Path)!);
}
