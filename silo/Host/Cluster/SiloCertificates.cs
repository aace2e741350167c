using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DcOps.Domain.Configuration;

namespace DcOps.Silo.Host.Cluster;

/// <summary>What a silo shows the others, and whom it believes.</summary>
/// <param name="Own">With its private key.</param>
/// <param name="Authority">Whoever shows a certificate of it is a silo of the cluster.</param>
sealed record SiloCertificates(X509Certificate2 Own, X509Certificate2 Authority)
{
    /// <summary>Null when a file cannot be read, with the fault collected in the document.</summary>
    public static SiloCertificates? Read(ConfigurationDocument document, ClusterSection.TlsFiles files)
    {
        const string Key = $"{ClusterSection.Name}.tls";
        var own = Try("certificate", () => X509Certificate2.CreateFromPemFile(files.Certificate, files.Key));
        var authority = Try("authority", () => X509CertificateLoader.LoadCertificateFromFile(files.Authority));
        if (own is null || authority is null)
            return null;

        var certificates = new SiloCertificates(own, authority);
        if (certificates.Believes(own))
            return certificates;
        document.Refuse($"{Key}.certificate", $"{files.Certificate} is not valid now, or not of the authority in {files.Authority}: the other silos would refuse this one.");
        return null;

        X509Certificate2? Try(string key, Func<X509Certificate2> read)
        {
            try
            {
                return read();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
            {
                document.Refuse($"{Key}.{key}", $"cannot be read: {fault.Message}");
                return null;
            }
        }
    }

    /// <summary>Whether the certificate is valid now and of the cluster's authority; under which name it was issued is not asked.</summary>
    public bool Believes(X509Certificate2 certificate)
    {
        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { Authority },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        };
        return chain.Build(certificate);
    }
}
