using DcOps.Domain.Configuration;

namespace DcOps.Signing.Keys;

/// <summary>The signing key that a configuration means.</summary>
public static class SigningConfiguration
{
    /// <summary>Folder of the product's own key, below the data folder.</summary>
    public const string Folder = "signing";

    /// <summary>The configured key, or the product's own, made at first start. A bad key is collected as a fault of the document.</summary>
    /// <returns>Null when a fault was collected.</returns>
    public static SigningKey? Load(ConfigurationDocument document, string dataFolder, TimeProvider time)
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
            return options.NamesFiles
                ? KeyFiles.Load(options, password, time.GetUtcNow())
                : OwnKey.OpenOrCreate(Path.Combine(dataFolder, Folder), options.Suite ?? SignatureSuite.EcdsaSha256, time.GetUtcNow());
        }
        catch (SigningKeyException fault)
        {
            document.Refuse(fault.Option.Length == 0 ? SigningOptions.Section : $"{SigningOptions.Section}.{fault.Option}", fault.Message);
            return null;
        }
    }
}
