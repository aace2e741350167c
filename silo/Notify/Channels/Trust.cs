using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DcOps.Notify.Channels;

/// <summary>Trust in certificates that rest on the authorities of one file alone.</summary>
sealed class Trust(string file)
{
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 own || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var between in sent?.ChainElements.Skip(1) ?? [])
            chain.ChainPolicy.ExtraStore.Add(between.Certificate);
        return chain.Build(own);
    }

    /// <summary>Why the file cannot be used; null when it can.</summary>
    public string? Fault()
    {
        try
        {
            var known = new X509Certificate2Collection();
            known.ImportFromPemFile(file);
            return known.Count > 0 ? null : $"the file {file} holds no certificate in PEM form.";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"the file {file} cannot be read: {fault.Message}";
        }
    }
}
