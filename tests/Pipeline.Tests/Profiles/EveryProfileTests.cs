using System.Text.Json;
using System.Text.Json.Nodes;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Profiles.Format;
using DcOps.Domain.Telemetry;
using DcOps.Testing;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>What holds for every profile in the folder, with no word about it anywhere else.</summary>
public sealed class EveryProfileTests
{
    static readonly ProfileLibrary Library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);

    public static TheoryData<string> Names => [.. Library.Profiles.Select(profile => profile.Name)];

    [Fact]
    public void Are_all_loaded()
    {
        Assert.All(Files(), file => Assert.Contains(Library.Profiles, profile => profile.Name == file || profile.Name.StartsWith(file + "-", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_listed_in_the_page_and_names_its_source(string name)
    {
        Assert.True(Library.TryGet(name, out var profile));

        var file = Files().Where(file => name == file || name.StartsWith(file + "-", StringComparison.Ordinal)).MaxBy(file => file.Length);
        Assert.Contains($"[{file}.json]", File.ReadAllText(RepositoryRoot.Of("collectors", "Profiles", "README.md")), StringComparison.Ordinal);
        Assert.NotEqual("", profile.Source);
        Assert.NotEmpty(profile.Scalars.Concat(profile.Columns));
    }

    [Theory]
    [InlineData("point", typeof(PointEntry))]
    [InlineData("table", typeof(TableEntry))]
    [InlineData("kind", typeof(KindEntry))]
    [InlineData("register", typeof(RegisterEntry))]
    [InlineData("condition", typeof(ConditionEntry))]
    [InlineData("scale", typeof(ScaleEntry))]
    [InlineData("unitBy", typeof(UnitByEntry))]
    [InlineData("kindBy", typeof(KindByEntry))]
    [InlineData("recognise", typeof(RecogniseEntry))]
    [InlineData("serial", typeof(SerialEntry))]
    [InlineData("members", typeof(MembersEntry))]
    [InlineData("object", typeof(ObjectEntry))]
    [InlineData("high", typeof(HighEntry))]
    [InlineData("quirk", typeof(QuirkEntry))]
    public void Has_a_schema_with_the_keys_that_the_code_reads(string definition, Type entry)
    {
        var keys = Schema()["$defs"]![definition]!["properties"]!.AsObject().Select(property => property.Key);

        Assert.Equal(
            entry.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal),
            keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Has_a_schema_with_every_quantity_and_part_that_a_profile_may_name()
    {
        var quantities = Schema()["$defs"]!["quantity"]!["enum"]!.AsArray().Select(name => (string)name!);
        var parts = Schema()["$defs"]!["partKind"]!["enum"]!.AsArray().Select(name => (string)name!);

        Assert.Equal(
            Enum.GetValues<Quantity>().Except([Quantity.None, Quantity.Uptime]).Select(KebabCase.Of).Order(StringComparer.Ordinal),
            quantities.Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<PartKind>().Select(KebabCase.Of).Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));
    }

    static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(RepositoryRoot.Of("collectors", "Profiles"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(name => name != "profile.schema");

    static JsonNode Schema() => JsonNode.Parse(File.ReadAllText(RepositoryRoot.Of("collectors", "Profiles", "profile.schema.json")))!;
}
