using DcOps.Domain.Configuration;
using DcOps.Signing.Keys;
using DcOps.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Signing.Tests;

public sealed class SigningConfigurationTests : IDisposable
{
    readonly ScratchFolder _folder = new();
    readonly FakeTimeProvider _time = new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Makes_a_key_of_its_own_at_first_start_and_keeps_it()
    {
        var first = Load("{}");
        var second = Load("{}");

        Assert.Equal(first.Signer, second.Signer);
        Assert.Equal(SignatureSuite.EcdsaSha256, first.Suite);
        Assert.Equal(_time.GetUtcNow().AddYears(10), first.Signer.ValidTo);
    }

    [Fact]
    public void The_own_key_is_readable_by_its_owner_alone_and_refused_once_it_is_not()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("needs Unix file modes");
            return;
        }

        Load("{}");
        var file = _folder.Of("signing", "signing.key");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.GroupRead);
        Assert.Equal($"{file}: other users of this machine may read or change it; run: chmod 600 {file}", Assert.Throws<SigningKeyException>(() => Load("{}")).Message);
    }

    [Fact]
    public void A_start_that_was_killed_between_certificate_and_key_is_repeated()
    {
        Load("{}");
        File.Delete(_folder.Of("signing", "signing.key"));

        Assert.NotNull(Load("{}"));
    }

    [Theory]
    [InlineData("""{ "signing": { "certificate": "a.pem" } }""", "site.json:1: signing.key: is missing; 'certificate' and 'key' belong together.")]
    [InlineData("""{ "signing": { "certificate": "a.pem", "key": "b", "pkcs12": "c" } }""", "site.json:1: signing.pkcs12: stands beside 'certificate' or 'key'; it holds both, so name either it or those two.")]
    [InlineData("""{ "signing": { "password": "env:X" } }""", "site.json:1: signing.password: opens no file; name 'key' or 'pkcs12', or leave it out.")]
    [InlineData("""{ "signing": { "suite": "md5" } }""", "site.json:1: signing.suite: must be one of ecdsa-sha256, rsa-sha256, sm2-sm3.")]
    [InlineData("""{ "signing": { "kye": "a" } }""", "site.json:1: signing.kye: 'kye' is not a known key here; check its spelling.")]
    public void A_wrong_section_is_refused_by_line_and_key(string json, string expected) => Assert.Equal([expected], Faults(json));

    [Fact]
    public void A_bad_key_file_is_refused_by_file_key_and_what_to_do()
    {
        var own = Load("{}");
        var (certificate, key) = (_folder.Of("own.pem"), _folder.Of("signing", "signing.key"));
        File.WriteAllText(certificate, own.CertificatePem);
        File.WriteAllText(_folder.Of("text.pem"), "no key\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Of("text.pem"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var other = OwnKey.OpenOrCreate(_folder.Of("other"), SignatureSuite.RsaSha256, _time.GetUtcNow());
        File.WriteAllText(_folder.Of("other.pem"), other.CertificatePem);

        Assert.Contains("signing.key: " + _folder.Of("gone.key") + ": cannot be read", Fault(certificate, _folder.Of("gone.key")), StringComparison.Ordinal);
        Assert.Contains("text.pem: holds no private key", Fault(certificate, _folder.Of("text.pem")), StringComparison.Ordinal);
        Assert.Contains("holds no certificate", Fault(_folder.Of("text.pem"), key), StringComparison.Ordinal);
        Assert.Contains("does not belong to this certificate", Fault(_folder.Of("other.pem"), key), StringComparison.Ordinal);
        Assert.Contains("signing.suite: is Sm2Sm3, and the key of", Fault(certificate, key, ", \"suite\": \"sm2-sm3\""), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromDays(11 * 366));
        Assert.Contains("is valid from 2026-02-28 to 2036-03-01 and not now; have it renewed.", Fault(certificate, key), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    string Fault(string certificate, string key, string more = "") =>
        Assert.Single(Faults($$"""{ "signing": { "certificate": "{{certificate}}", "key": "{{key}}"{{more}} } }"""));

    SigningKey Load(string json)
    {
        var document = ConfigurationDocument.Parse("site.json", json);
        var key = SigningConfiguration.Load(document, _folder.Path, _time);
        document.ThrowIfFaulty();
        return key!();
    }

    [Fact]
    public void Checking_a_configuration_makes_no_key()
    {
        SigningConfiguration.Load(ConfigurationDocument.Parse("site.json", "{}"), _folder.Path, _time);

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void An_authority_that_cannot_be_read_is_a_fault_of_its_key()
    {
        var faults = Faults("""{ "signing": { "authorities": [ "/nowhere/root.pem" ] } }""");

        Assert.Contains("signing.authorities", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void The_installation_trusts_its_own_key_or_the_authorities_that_it_is_given()
    {
        var (own, other) = (Load("{}"), OwnKey.OpenOrCreate(_folder.Of("other"), SignatureSuite.EcdsaSha256, _time.GetUtcNow()));
        File.WriteAllText(_folder.Of("other.pem"), other.CertificatePem);
        var (byOwn, byOther) = (new StatementSigner(own, _time).Sign("x"u8), new StatementSigner(other, _time).Sign("x"u8));
        var given = SigningConfiguration.Trusted(new() { Authorities = [_folder.Of("other.pem")] }, own);

        Assert.True(SignatureCheck.Of("x"u8, byOwn, SigningConfiguration.Trusted(null, own)).IsTrusted);
        Assert.False(SignatureCheck.Of("x"u8, byOther, SigningConfiguration.Trusted(null, own)).IsTrusted);
        Assert.True(SignatureCheck.Of("x"u8, byOther, given).IsTrusted);
        Assert.False(SignatureCheck.Of("x"u8, byOwn, given).IsTrusted);
    }


    string[] Faults(string json) => [.. Assert.Throws<ConfigurationException>(() => Load(json)).Faults.Select(fault => fault.ToString())];
}
