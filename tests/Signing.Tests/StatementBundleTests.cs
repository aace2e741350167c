using System.IO.Compression;
using System.Text;
using DcOps.Domain.Statements;
using DcOps.Signing.Bundles;
using DcOps.Signing.Keys;
using DcOps.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Signing.Tests;

public sealed class StatementBundleTests : IDisposable
{
    readonly ScratchFolder _folder = new();
    readonly FakeTimeProvider _time = new(FiledDay.FiledAt);

    public static TheoryData<SignatureSuite> All => [.. Enum.GetValues<SignatureSuite>()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_sealed_statement_is_whole_and_says_who_signed_it_and_when(SignatureSuite suite)
    {
        var (bundle, authorities) = Sealed(suite);

        var report = BundleCheck.Of(Through(bundle), authorities);

        Assert.Empty(report.Findings);
        Assert.True(report.Signature.IsTrusted);
        Assert.Equal(FiledDay.FiledAt, report.Signature.SignedAt);
        Assert.Contains("CN=DcOps statements", report.Signature.Signer!.Subject, StringComparison.Ordinal);
        Assert.Equal("NJ-01", report.Manifest!.Scope);
        Assert.Null(BundleCheck.Of(bundle, null).Signature.IsTrusted);
    }

    [Fact]
    public void Holds_the_tables_the_script_the_printed_pages_the_manifest_and_the_signature()
    {
        var (bundle, _) = Sealed(SignatureSuite.EcdsaSha256);

        Assert.Equal(
            [
                "chain.csv", "corrections.csv", "figures.csv", "intervals.csv", "manifest.json", "manifest.p7s", "meters.csv",
                "readings.csv", "recompute.py", "samples.csv", "statement.en.html", "statement.zh.html", "verdicts.csv", "weather.csv",
            ],
            bundle.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void The_same_statement_and_signature_are_the_same_bytes()
    {
        var (bundle, _) = Sealed(SignatureSuite.RsaSha256);

        Assert.Equal(bundle.ToZip(), Through(bundle).ToZip());
        Assert.Equal(bundle.ToZip(), new StatementBundle([.. bundle.Entries]).ToZip());
    }

    [Fact]
    public void One_changed_byte_of_any_file_is_found_and_the_file_named()
    {
        var (bundle, authorities) = Sealed(SignatureSuite.EcdsaSha256);

        foreach (var entry in bundle.Entries)
        {
            foreach (var place in new[] { 0, entry.Bytes.Length / 3, entry.Bytes.Length - 1 })
            {
                var report = BundleCheck.Of(Changed(bundle, entry.Name, place), authorities);

                Assert.False(report.IsWhole, $"{entry.Name}, byte {place}");
                Assert.Contains(
                    report.Findings, finding => finding.File == entry.Name || (entry.Name == StatementNames.Manifest && finding.File == StatementNames.Signature));
            }
        }
    }

    [Fact]
    public void No_changed_byte_of_the_signature_is_taken_or_breaks_the_check()
    {
        var (bundle, authorities) = Sealed(SignatureSuite.EcdsaSha256);
        var (manifest, signature) = (bundle[StatementNames.Manifest]!.Value, bundle[StatementNames.Signature]!.Value.ToArray());

        for (var place = 0; place < signature.Length; place++)
        {
            var changed = signature.ToArray();
            changed[place] ^= 1;
            var report = SignatureCheck.Of(manifest.Span, changed, authorities);

            // Bytes that no part of the signature stands for may be anything; what is told must then be the same.
            Assert.True(
                !report.Findings.IsEmpty || (report.Signer!.Fingerprint == SignatureCheck.Of(manifest.Span, signature, authorities).Signer!.Fingerprint
                    && report.SignedAt == FiledDay.FiledAt),
                $"byte {place}");
        }
    }

    [Fact]
    public void A_statement_that_another_key_signed_is_not_trusted()
    {
        var (bundle, _) = Sealed(SignatureSuite.EcdsaSha256);
        var other = Own(SignatureSuite.EcdsaSha256, "other");

        var report = BundleCheck.Of(bundle, Authorities(other, "other.pem"));

        Assert.Equal(["manifest.p7s: its signer's certificate does not lead to an authority that was given"], report.Findings.Select(each => each.ToString()));
        Assert.False(report.Signature.IsTrusted);
    }

    [Fact]
    public void A_bundle_without_signature_or_manifest_says_so()
    {
        var (bundle, _) = Sealed(SignatureSuite.EcdsaSha256);

        Assert.Equal(
            ["manifest.p7s: is missing: nobody stands for this statement"],
            BundleCheck.Of(Without(bundle, StatementNames.Signature), null).Findings.Select(each => each.ToString()));
        Assert.Equal(["manifest.json: is missing"], BundleCheck.Of(Without(bundle, StatementNames.Manifest), null).Findings.Select(each => each.ToString()));
    }

    [Fact]
    public void A_zip_that_is_no_bundle_is_refused_with_its_reason()
    {
        Assert.Contains("no ZIP", Refused("not a zip"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("in a folder", Refused(Zip(("../manifest.json", "x"))), StringComparison.Ordinal);
        Assert.Contains("twice", Refused(Zip(("a", "x"), ("a", "y"))), StringComparison.Ordinal);
        Assert.Contains("65 files", Refused(Zip([.. Enumerable.Range(0, 65).Select(number => ($"f{number}", ""))])), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    (StatementBundle Bundle, TrustedAuthorities Authorities) Sealed(SignatureSuite suite)
    {
        var key = Own(suite, "own");
        return (StatementBundle.Seal(FiledDay.Statement().Files, new StatementSigner(key, _time)), Authorities(key, "own.pem"));
    }

    SigningKey Own(SignatureSuite suite, string folder) => OwnKey.OpenOrCreate(_folder.Of(folder), suite, _time.GetUtcNow());

    TrustedAuthorities Authorities(SigningKey key, string file)
    {
        File.WriteAllText(_folder.Of(file), key.CertificatePem);
        return TrustedAuthorities.Load(_folder.Of(file));
    }

    static StatementBundle Through(StatementBundle bundle) => StatementBundle.Read(new MemoryStream(bundle.ToZip()));

    static StatementBundle Without(StatementBundle bundle, string name) => new([.. bundle.Entries.Where(entry => entry.Name != name)]);

    static StatementBundle Changed(StatementBundle bundle, string name, int place) => new(
    [
        .. bundle.Entries.Select(entry =>
        {
            if (entry.Name != name || entry.Bytes.IsEmpty)
                return entry.Name == name ? entry with { Bytes = new byte[] { 1 } } : entry;
            var bytes = entry.Bytes.ToArray();
            bytes[place] ^= 1;
            return entry with { Bytes = bytes };
        }),
    ]);

    static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    static string Refused(byte[] zip) => Assert.Throws<FormatException>(() => StatementBundle.Read(new MemoryStream(zip))).Message;
}
