using System.Globalization;
using DcOps.Signing;
using DcOps.Signing.Bundles;
using DcOps.Signing.Keys;

namespace DcOps.Standalone;

/// <summary>
/// <c>statement verify</c>: checks a filed statement without asking anybody. Ends with 0 when it is whole, 1 when something was
/// found, 2 when the line or a file is wrong.
/// </summary>
static class StatementCommand
{
    public const string Usage =
        """
        statement verify BUNDLE.zip [--ca FILE]
          --ca  certificates in PEM of the authority, or of the signer, that you trust;
                without it the command says who signed and leaves it to you whether to believe that
        """;

    const int Found = 1;
    const int WrongLine = 2;

    public static async Task<int> RunAsync(string[] line, TextWriter output, TextWriter errors)
    {
        if (line is [] or [.., "--help" or "-h"])
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }

        try
        {
            var (file, authorities) = line switch
            {
                ["verify", var bundle] => (bundle, (TrustedAuthorities?)null),
                ["verify", var bundle, "--ca", var ca] => (bundle, TrustedAuthorities.Load(ca)),
                ["verify", "--ca", var ca, var bundle] => (bundle, TrustedAuthorities.Load(ca)),
                _ => throw new FormatException(Usage),
            };
            await using var stream = File.OpenRead(file);
            var report = BundleCheck.Of(StatementBundle.Read(stream), authorities);
            foreach (var text in Lines(file, report))
                await output.WriteLineAsync(text);
            return report.IsWhole ? 0 : Found;
        }
        catch (Exception fault) when (fault is FormatException or SigningKeyException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(fault.Message);
            return WrongLine;
        }
    }

    static IEnumerable<string> Lines(string file, BundleReport report)
    {
        if (report.Manifest is { } manifest)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"statement  {manifest.Scope}, {manifest.Period} from {manifest.From:O} to {manifest.To:O}, revision {manifest.Revision}, filed {manifest.FiledAt:O}");
            yield return $"rules      {string.Join(", ", manifest.Rules)}";
        }

        if (report.Signature is { Signer: { } signer } signature)
        {
            yield return $"signer     {signer.Subject}, certified by {signer.Issuer}";
            yield return $"           certificate SHA-256 {signer.Fingerprint}";
            if (signature.SignedAt is { } at)
                yield return string.Create(CultureInfo.InvariantCulture, $"signed     {at:O}");
            yield return signature.IsTrusted switch
            {
                true => "trust      the certificate leads to the authority that was given",
                false => "trust      NOT established",
                null => "trust      not judged: give the authority's certificate with --ca",
            };
        }

        foreach (var finding in report.Findings)
            yield return $"FOUND      {finding}";
        yield return report.IsWhole
            ? $"{file} is whole: signature, files and figures agree."
            : string.Create(CultureInfo.InvariantCulture, $"{file} is NOT as it was signed: {report.Findings.Length} finding(s).");
    }
}
