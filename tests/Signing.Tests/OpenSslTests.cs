using DcOps.Signing.Bundles;
using DcOps.Signing.Keys;
using DcOps.Testing;

namespace DcOps.Signing.Tests;

/// <summary>The signature as a program says that shares no code with ours: a real openssl and certificates that it issued.</summary>
public sealed class OpenSslTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    // openssl judges certificates by the machine's clock.
    readonly TimeProvider _time = TimeProvider.System;

    [Theory]
    [InlineData(SignatureSuite.EcdsaSha256)]
    [InlineData(SignatureSuite.RsaSha256)]
    public async Task Verifies_what_the_product_s_own_key_signed_and_rejects_a_changed_manifest(SignatureSuite suite)
    {
        var key = OwnKey.OpenOrCreate(_folder.Of("own"), suite, _time.GetUtcNow());
        await File.WriteAllTextAsync(_folder.Of("ca.pem"), key.CertificatePem, TestContext.Current.CancellationToken);
        Unpack(StatementBundle.Seal(FiledDay.Statement().Files, new StatementSigner(key, _time)));

        var (intact, printed) = await OpenSsl.VerifyAsync(_folder.Path);
        await ChangeAsync("manifest.json");
        var (changed, said) = await OpenSsl.VerifyAsync(_folder.Path);

        Assert.True(intact == 0, printed);
        Assert.Contains("successful", printed, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(0, changed);
        Assert.Contains("CMS Verification failure", said, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("pem")]
    [InlineData("encrypted pem")]
    [InlineData("sec1")]
    [InlineData("pkcs12")]
    public async Task Verifies_through_an_authority_a_key_that_the_authority_certified(string form)
    {
        await IssueAsync();
        var key = KeyFiles.Load(await OptionsAsync(form), form is "pem" or "sec1" ? null : "geheim", _time.GetUtcNow());
        var bundle = StatementBundle.Seal(FiledDay.Statement().Files, new StatementSigner(key, _time));
        Unpack(bundle);

        var (code, printed) = await OpenSsl.VerifyAsync(_folder.Path);
        var report = BundleCheck.Of(bundle, TrustedAuthorities.Load(_folder.Of("ca.pem")));

        Assert.True(code == 0, printed);
        Assert.Empty(report.Findings);
        Assert.Equal("O=Operator,CN=NJ-01 statements", report.Signature.Signer!.Subject);
        Assert.True(report.Signature.IsGenuine);
        Assert.Equal("CN=Root", report.Signature.TrustedBy!.Subject);
    }

    [Fact]
    public async Task Our_check_takes_what_openssl_signed_in_der_and_in_pem()
    {
        await IssueAsync();
        await File.WriteAllTextAsync(_folder.Of("manifest.json"), "{}\n", TestContext.Current.CancellationToken);
        foreach (var form in (string[])["DER", "PEM"])
        {
            await OpenSsl.MustAsync(
                _folder.Path, "cms", "-sign", "-binary", "-in", "manifest.json", "-signer", "signer.pem", "-inkey", "signer.key",
                "-certfile", "middle.pem", "-outform", form, "-out", "manifest.p7s");

            var signature = await File.ReadAllBytesAsync(_folder.Of("manifest.p7s"), TestContext.Current.CancellationToken);
            var report = SignatureCheck.Of("{}\n"u8, signature, TrustedAuthorities.Load(_folder.Of("ca.pem")));

            Assert.Empty(report.Findings);
            Assert.True(report.IsTrusted);
        }
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused_by_both()
    {
        await IssueAsync();
        var key = KeyFiles.Load(await OptionsAsync("pem"), null, _time.GetUtcNow());
        var bundle = StatementBundle.Seal(FiledDay.Statement().Files, new StatementSigner(key, _time));
        Unpack(bundle);
        await OpenSsl.MustAsync(_folder.Path, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "x.key", "-out", "ca.pem", "-subj", "/CN=Stranger", "-days", "30");

        Assert.NotEqual(0, (await OpenSsl.VerifyAsync(_folder.Path)).Code);
        var signature = BundleCheck.Of(bundle, TrustedAuthorities.Load(_folder.Of("ca.pem"))).Signature;
        Assert.Equal((true, false, null), (signature.IsGenuine, signature.IsTrusted, signature.TrustedBy));
        Assert.Equal("O=Operator,CN=NJ-01 statements", signature.Signer!.Subject);
    }

    [Fact]
    public async Task Every_key_is_a_private_key_in_the_eyes_of_openssl()
    {
        foreach (var suite in Enum.GetValues<SignatureSuite>())
        {
            OwnKey.OpenOrCreate(_folder.Of(suite.ToString()), suite, _time.GetUtcNow());

            Assert.Contains("valid", await OpenSsl.MustAsync(_folder.Path, "pkey", "-in", _folder.Of(suite.ToString(), OwnKey.KeyFile), "-check", "-noout"), StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A root, an authority between, and a signer's key and certificate.</summary>
    async Task IssueAsync()
    {
        await File.WriteAllTextAsync(_folder.Of("ca.cnf"), "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder.Of("leaf.cnf"), "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n", TestContext.Current.CancellationToken);
        await OpenSsl.MustAsync(_folder.Path, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Root", "-days", "30");
        await CertifyAsync("middle", "/CN=Provincial authority", "ca", "ca.cnf");
        await CertifyAsync("signer", "/O=Operator/CN=NJ-01 statements", "middle", "leaf.cnf");
        await File.WriteAllTextAsync(
            _folder.Of("chain.pem"),
            await File.ReadAllTextAsync(_folder.Of("signer.pem"), TestContext.Current.CancellationToken)
            + await File.ReadAllTextAsync(_folder.Of("middle.pem"), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
    }

    async Task CertifyAsync(string name, string subject, string issuer, string extensions)
    {
        await OpenSsl.MustAsync(_folder.Path, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", $"{name}.key", "-out", $"{name}.csr", "-subj", subject);
        await OpenSsl.MustAsync(_folder.Path, "x509", "-req", "-in", $"{name}.csr", "-CA", $"{issuer}.pem", "-CAkey", $"{issuer}.key", "-CAcreateserial", "-out", $"{name}.pem", "-days", "30", "-extfile", extensions);
    }

    async Task<SigningOptions> OptionsAsync(string form)
    {
        switch (form)
        {
            case "encrypted pem":
                await OpenSsl.MustAsync(_folder.Path, "pkcs8", "-topk8", "-in", "signer.key", "-out", "locked.key", "-passout", "pass:geheim", "-v2", "aes-256-cbc");
                return Options("locked.key");
            case "sec1":
                await OpenSsl.MustAsync(_folder.Path, "ec", "-in", "signer.key", "-out", "sec1.key");
                return Options("sec1.key");
            case "pkcs12":
                await OpenSsl.MustAsync(_folder.Path, "pkcs12", "-export", "-inkey", "signer.key", "-in", "chain.pem", "-out", "signer.p12", "-passout", "pass:geheim");
                Close("signer.p12");
                return new() { Pkcs12 = _folder.Of("signer.p12") };
            default:
                return Options("signer.key");
        }
    }

    SigningOptions Options(string key)
    {
        Close(key);
        return new() { Certificate = _folder.Of("chain.pem"), Key = _folder.Of(key) };
    }

    void Close(string file)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Of(file), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    void Unpack(StatementBundle bundle)
    {
        foreach (var entry in bundle.Entries)
            File.WriteAllBytes(_folder.Of(entry.Name), entry.Bytes.ToArray());
    }

    async Task ChangeAsync(string file)
    {
        var bytes = await File.ReadAllBytesAsync(_folder.Of(file), TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(_folder.Of(file), bytes, TestContext.Current.CancellationToken);
    }
}
