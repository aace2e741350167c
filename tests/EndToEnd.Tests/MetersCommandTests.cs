using System.Globalization;
using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>The command that registers of meters are checked and compared with.</summary>
public sealed class MetersCommandTests : IDisposable
{
    const string Before =
        """
        meters:
          - { facility: NJ-01, meter: main, role: utility-entrance, rated_kw: 1000, resolution_wh: 1, valid_from: 2026-01-01 }
        """;

    readonly ScratchFolder _folder = new();

    [Fact]
    public async Task Converts_checks_and_compares_registers_in_both_forms()
    {
        await File.WriteAllTextAsync(_folder.Of("before.yaml"), Before, TestContext.Current.CancellationToken);
        Assert.Equal(("", 0), await RunAsync("convert", _folder.Of("before.yaml"), _folder.Of("after.csv")));
        var table = await File.ReadAllTextAsync(_folder.Of("after.csv"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder.Of("after.csv"), table.Replace(",1000,", ",1250,", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (check, checkCode) = await RunAsync("check", _folder.Of("after.csv"));
        var (difference, code) = await RunAsync("diff", _folder.Of("before.yaml"), _folder.Of("after.csv"));

        Assert.Equal(($"{_folder.Of("after.csv")} is sound: 1 entries of 1 data centres.", 0), (check, checkCode));
        Assert.Equal(
            """
            ~ NJ-01 main from 2026-01-01
                rated_kw: 1000 -> 1250
            ! figures of NJ-01 from 2026-01-01 on would be restated
            0 added, 1 changed, 0 removed
            """,
            difference);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Names_every_fault_by_file_line_and_key()
    {
        await File.WriteAllTextAsync(_folder.Of("bad.yaml"), Before.Replace("1000", "many", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (output, code) = await RunAsync("check", _folder.Of("bad.yaml"));

        Assert.Equal($"{_folder.Of("bad.yaml")}:2: rated_kw: is 'many'; write a number above zero, with a point.", output);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task Says_where_no_product_answers_and_what_to_do()
    {
        await File.WriteAllTextAsync(_folder.Of("meters.yaml"), Before, TestContext.Current.CancellationToken);
        var nobody = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Tcp()}/");

        var (output, code) = await RunAsync("apply", _folder.Of("meters.yaml"), "--dry-run", "--to", nobody);

        Assert.StartsWith($"{nobody} cannot be asked:", output, StringComparison.Ordinal);
        Assert.EndsWith("Start the product, or name it with --to.", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData(0, "meters check FILE", "--help")]
    [InlineData(2, "meters check FILE", "look")]
    [InlineData(2, "A change of the registry needs --name and --reason", "apply", "meters.yaml")]
    [InlineData(2, "--to is 'nowhere'", "apply", "meters.yaml", "--dry-run", "--to", "nowhere")]
    [InlineData(2, "/etc/hostname: a register of meters is a .csv, .yaml or .yml file.", "check", "/etc/hostname")]
    public async Task Ends_with_a_code_and_says_what_is_wrong(int code, string text, params string[] line)
    {
        var (output, ended) = await RunAsync(line);

        Assert.StartsWith(text, output, StringComparison.Ordinal);
        Assert.Equal(code, ended);
    }

    public void Dispose() => _folder.Dispose();

    static async Task<(string Output, int Code)> RunAsync(params string[] line)
    {
        await using var program = ExternalProgram.Start(ProductProgram.Standalone, ["meters", .. line]);
        var output = await program.UntilEndedAsync(TestContext.Current.CancellationToken);
        return (output, program.ExitCode);
    }
}
