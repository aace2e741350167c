using DcOps.Domain.Statements;
using DcOps.Testing;

namespace DcOps.Signing.Tests;

/// <summary>The script of a bundle, as an inspector would run it.</summary>
static class BundleScript
{
    /// <param name="folder">Where the bundle's files are.</param>
    /// <returns>Cells of the line of category 1.</returns>
    public static async Task<string[]> RunAsync(string folder)
    {
        await using var script = ExternalProgram.Start(
            ExternalProgram.Find("python3", "python3"), [Path.Combine(folder, StatementNames.Script), folder]);
        var printed = await script.UntilEndedAsync(TestContext.Current.CancellationToken);
        Assert.True(script.ExitCode == 0, printed);
        return printed.Split('\n').Single(line => line.StartsWith("1,", StringComparison.Ordinal)).TrimEnd().Split(',');
    }
}
