using System.Text;
using DcOps.Domain.Statements;

namespace DcOps.Signing.Bundles;

/// <summary>Verifies a whole bundle: the signature over the manifest, every file's digest, the chain, and the figures made again.</summary>
public static class BundleCheck
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="authorities">Null: who signed is told, and not judged.</param>
    public static BundleReport Of(StatementBundle bundle, TrustedAuthorities? authorities)
    {
        var signature = Signature(bundle, authorities);
        var (findings, files) = (signature.Findings.ToBuilder(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var entry in bundle.Entries.Where(entry => entry.Name != StatementNames.Signature))
        {
            try
            {
                files[entry.Name] = Strict.GetString(entry.Bytes.Span);
            }
            catch (DecoderFallbackException)
            {
                findings.Add(new(entry.Name, "is no text in UTF-8: it was changed"));
            }
        }

        if (files.Count == bundle.Entries.Count(entry => entry.Name != StatementNames.Signature))
            findings.AddRange(StatementCheck.Of(files));
        return new(findings.ToImmutable(), Manifest(files), signature);
    }

    static SignatureReport Signature(StatementBundle bundle, TrustedAuthorities? authorities) =>
        bundle[StatementNames.Signature] is not { } signature ? new([new(StatementNames.Signature, "is missing: nobody stands for this statement")], null, null, null)
        : bundle[StatementNames.Manifest] is not { } manifest ? new([], null, null, null)
        : SignatureCheck.Of(manifest.Span, signature.Span, authorities);

    static StatementManifest? Manifest(Dictionary<string, string> files)
    {
        try
        {
            return files.TryGetValue(StatementNames.Manifest, out var text) ? StatementManifest.Parse(text) : null;
        }
        catch (FormatException)
        {
            // Told as a finding already.
            return null;
        }
    }
}
