using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcOps.Testing;

namespace DcOps.Architecture.Tests;

/// <summary>
/// Worked reference examples each end up in a test that carries their id; <c>docs/vectors.md</c> says which.
/// Run with <c>DCOPS_WRITE_VECTORS=1</c> to write the page.
/// </summary>
public sealed partial class VectorTests
{
    const string Switch = "DCOPS_WRITE_VECTORS";

    static readonly ILookup<string, string> Tests = Directory
        .EnumerateFiles(RepositoryRoot.Of("tests"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => Marked().Matches(File.ReadAllText(file))
            .SelectMany(test => Vector().Matches(test.Value)
                .Select(vector => (Id: vector.Groups[1].Value, Test: $"{Path.GetFileNameWithoutExtension(file)}.{test.Groups["name"].Value}"))))
        .ToLookup(each => each.Id, each => each.Test, StringComparer.Ordinal);

    static string Page => RepositoryRoot.Of("docs", "vectors.md");

    [Fact]
    public void The_page_of_vectors_names_the_tests_that_hold_them()
    {
        var text = new StringBuilder("""
            # Reference vectors

            Worked examples of formulas, registers, protocols, alarms and data quality, each with the tests that carry its id
            (`[Trait("Vector", …)]`). `tests/Architecture.Tests` keeps this page true.

            | vector | test |
            |---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var vector in Tests.OrderBy(each => each.Key, StringComparer.Ordinal))
            text.Append("| ").Append(vector.Key).Append(" | ").AppendJoin("<br>", vector.Distinct().Order(StringComparer.Ordinal)).Append(" |\n");
        if (Environment.GetEnvironmentVariable(Switch) == "1")
            File.WriteAllText(Page, text.ToString());

        Assert.Equal(text.ToString(), File.ReadAllText(Page));
    }

    [Fact]
    public void Every_vector_has_a_test()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedFolder.Of("reference", "vectors.json")));
        var ids = IdsIn(vectors.RootElement).ToList();

        Assert.NotEmpty(ids);
        Assert.Empty(ids.Where(id => !Tests.Contains(id)));
    }

    static IEnumerable<string> IdsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(IdsIn),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member is { Name: "id", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : IdsIn(member.Value)),
        _ => [],
    };

    // The attributes of a test and its name: from the first trait to the method's opening parenthesis.
    [GeneratedRegex("""\[[^\]\n]*Trait\("Vector", "[^"]+"\)(?:(?!public )[\s\S])*public (?:async )?[\w<>]+ (?<name>\w+)\(""")]
    private static partial Regex Marked();

    [GeneratedRegex("""Trait\("Vector", "([^"]+)"\)""")]
    private static partial Regex Vector();
}
