using DcOps.Domain.Configuration;
using DcOps.Signing;
using DcOps.Signing.Bundles;
using DcOps.Signing.Keys;
using DcOps.Signing.Tests;
using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>The command that an inspector verifies a filed statement with.</summary>
public sealed class StatementCommandTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    [Fact]
    public async Task Says_who_signed_what_and_that_it_is_whole()
    {
        await WriteAsync(entry => entry);

        var (output, code) = await RunAsync("verify", _folder.Of("statement.zip"), "--ca", _folder.Of("ca.pem"));

        Assert.Equal(0, code);
        Assert.Contains("statement  NJ-01, day from 2026-03-01T16:00:00.0000000+00:00", output, StringComparison.Ordinal);
        Assert.Contains("signer     O=DcOps,CN=DcOps statements", output, StringComparison.Ordinal);
        Assert.Contains("the certificate leads to the authority that was given", output, StringComparison.Ordinal);
        Assert.EndsWith("is whole: signature, files and figures agree.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figures.csv", "FOUND      figures.csv: was changed: its SHA-256 is not the manifest's")]
    [InlineData("recompute.py", "FOUND      recompute.py: was changed: its SHA-256 is not the manifest's")]
    [InlineData("statement.zh.html", "FOUND      statement.zh.html: was changed: its SHA-256 is not the manifest's")]
    [InlineData("manifest.json", "FOUND      manifest.p7s: is not a signature over this manifest: the manifest or the signature was changed")]
    public async Task Names_the_file_of_which_one_byte_was_changed(string name, string expected)
    {
        await WriteAsync(entry => entry.Name == name ? Changed(entry) : entry);

        var (output, code) = await RunAsync("verify", _folder.Of("statement.zip"));

        Assert.Equal(1, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("is NOT as it was signed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "statement verify BUNDLE.zip [--ca FILE]", "--help")]
    [InlineData(2, "statement verify BUNDLE.zip [--ca FILE]", "sign")]
    [InlineData(2, "Could not find", "verify", "/nowhere/statement.zip")]
    [InlineData(2, "The file is no ZIP that can be read", "verify", "/etc/hostname")]
    public async Task Ends_with_a_code_and_says_what_is_wrong(int code, string text, params string[] line)
    {
        var (output, ended) = await RunAsync(line);

        Assert.StartsWith(text, output, StringComparison.Ordinal);
        Assert.Equal(code, ended);
    }

    public void Dispose() => _folder.Dispose();

    static BundleEntry Changed(BundleEntry entry)
    {
        var bytes = entry.Bytes.ToArray();
        bytes[bytes.Length / 2] ^= 1;
        return entry with { Bytes = bytes };
    }

    async Task WriteAsync(Func<BundleEntry, BundleEntry> with)
    {
        var key = SigningConfiguration.Load(ConfigurationDocument.Parse("site.json", "{}"), _folder.Path, TimeProvider.System)!();
        var bundle = StatementBundle.Seal(FiledDay.Statement().Files, new StatementSigner(key, TimeProvider.System));
        await File.WriteAllTextAsync(_folder.Of("ca.pem"), key.CertificatePem, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(
            _folder.Of("statement.zip"), new StatementBundle([.. bundle.Entries.Select(with)]).ToZip(), TestContext.Current.CancellationToken);
    }

    static async Task<(string Output, int Code)> RunAsync(params string[] line)
    {
        await using var program = ExternalProgram.Start(ProductProgram.Standalone, ["statement", .. line]);
        var output = await program.UntilEndedAsync(TestContext.Current.CancellationToken);
        return (output, program.ExitCode);
    }
}
