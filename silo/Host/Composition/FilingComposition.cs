using DcOps.Domain.Configuration;
using DcOps.Signing;
using DcOps.Signing.Keys;
using DcOps.Upload;

namespace DcOps.Silo.Host.Composition;

/// <summary>What leaves the house as a host composes it: the key that statements are signed with, and the upload to platforms.</summary>
static class FilingComposition
{
    /// <summary>Adds <see cref="StatementSigner"/>, <see cref="TrustedAuthorities"/> and the upload; the ledger is added before.</summary>
    public static IServiceCollection AddDcOpsFiling(this IServiceCollection services, ConfigurationDocument document, string dataFolder)
    {
        var key = SigningConfiguration.Load(document, dataFolder, TimeProvider.System);
        var options = key is null ? null : document.Section<SigningOptions>(SigningOptions.Section);
        if (key is not null)
        {
            services.AddSingleton(provider => new StatementSigner(key(), provider.GetService<TimeProvider>() ?? TimeProvider.System));
            services.AddSingleton(provider => SigningConfiguration.Trusted(options, provider.GetRequiredService<StatementSigner>().Key));
            services.AddHostedService<SignerAtStart>();
        }

        return services.AddDcOpsUpload(document, key, dataFolder);
    }
}
