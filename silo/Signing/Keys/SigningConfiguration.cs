using DcOps.Domain.Configuration;

namespace DcOps.Signing.Keys;

/// <summary>The signing key that a configuration means.</summary>
public static class SigningConfiguration
{
    /// <summary>Folder of the product's own key, below the data folder.</summary>
    public const string Folder = "signing";

    /// <summary>
    /// Where the key comes from: the configured one, read now, so that a bad file, of an authority too, is a fault of the document; or the product's own, which
    /// is made when it is first asked for, and not by checking a configuration.
    /// </summary>
    /// <returns>Null when a fault was collected. The function throws <see cref="SigningKeyException"/> when the own key cannot be kept or read.</returns>
    public static Func<SigningKey>? Load(ConfigurationDocument document, string dataFolder, TimeProvider time)
    {
        var isConfigured = document.Has(SigningOptions.Section);
        var options = document.Section<SigningOptions>(SigningOptions.Section) ?? (isConfigured ? null : new SigningOptions());
        if (options is null)
            return null;

        try
        {
            var password = options.Password?.RevealOrRefuse(document, $"{SigningOptions.Section}.password");
            if (options.Password is not null && password is null)
                return null;
            if (!options.Authorities.IsEmpty)
                TrustedAuthorities.Load(options.Authorities);
            if (!options.NamesFiles)
            {
                var own = new Lazy<SigningKey>(() => OwnKey.OpenOrCreate(
                    Path.Combine(dataFolder, Folder), options.Suite ?? SignatureSuite.EcdsaSha256, time.GetUtcNow()));
                return () => own.Value;
            }

            var key = KeyFiles.Load(options, password, time.GetUtcNow());
            return () => key;
        }
        catch (SigningKeyException fault)
        {
            document.Refuse(fault.Option.Length == 0 ? SigningOptions.Section : $"{SigningOptions.Section}.{fault.Option}", fault.Message);
            return null;
        }
    }

    /// <summary>What verifiers of this installation trust: the authorities of the section; without any, its own key.</summary>
    /// <exception cref="SigningKeyException">A file cannot be read any more.</exception>
    public static TrustedAuthorities Trusted(SigningOptions? options, SigningKey own) =>
        options is { Authorities.IsEmpty: false } ? TrustedAuthorities.Load(options.Authorities) : TrustedAuthorities.Of(own);
}
