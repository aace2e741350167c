using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>The command that field engineers write mappings with.</summary>
public sealed class MappingCommandTests
{
    [Fact]
    public async Task Prints_what_a_mapping_file_makes_of_a_payload_file()
    {
        using var folder = new ScratchFolder();
        await File.WriteAllTextAsync(folder.Of("own.json"), """
            { "name": "own", "title": "Own", "topics": [{ "pattern": "a/{device}", "source": "own:{device}" }],
              "points": [{ "path": "$.p", "quantity": "active-power", "unit": "kW" }] }
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Of("payload.json"), """{"p":1.5}""", TestContext.Current.CancellationToken);

        var (output, code) = await RunAsync("--mapping", folder.Of("own.json"), "--topic", "a/b", "--payload", folder.Of("payload.json"), "--at", "2026-11-22T15:00:00Z");

        Assert.Equal("own: device own-b at the place that the configuration gives 'own:b', 2026-11-22T15:00:00.000Z\n  total/active-power                           1500 W  good  $.p = 1.5 kW", output);
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData(1, "refused: unknown-topic", "--mapping", "plain", "--topic", "x", "--payload", "/dev/null")]
    [InlineData(2, "'none' is neither a file nor one of ", "--mapping", "none", "--topic", "x", "--payload", "/dev/null")]
    [InlineData(2, "mapping try --mapping NAME|FILE", "--colour", "red")]
    [InlineData(0, "mapping try --mapping NAME|FILE", "--help")]
    public async Task Ends_with_a_code_and_says_what_is_wrong(int code, string text, params string[] line)
    {
        var (output, ended) = await RunAsync(line);

        Assert.StartsWith(text, output, StringComparison.Ordinal);
        Assert.Equal(code, ended);
    }

    static async Task<(string Output, int Code)> RunAsync(params string[] line)
    {
        await using var program = ExternalProgram.Start(ProductProgram.Standalone, ["mapping", "try", .. line]);
        var output = await program.UntilEndedAsync(TestContext.Current.CancellationToken);
        return (output, program.ExitCode);
    }
}
