using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>An authority made for one test, and PEM files of what it signed.</summary>
sealed class TestCertificates : IDisposable
{
    readonly ScratchFolder _folder = new();
    readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 _authority;
    readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public TestCertificates()
    {
        var request = new CertificateRequest("CN=test authority", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        _authority = request.CreateSelfSigned(_now.AddDays(-1), _now.AddDays(1));
        File.WriteAllText(Authority, _authority.ExportCertificatePem());
    }

    public string Authority => _folder.Of("authority.pem");

    /// <summary>Signs a certificate for a name; gives the paths of its two files.</summary>
    public (string Certificate, string Key) Sign(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        using var signed = request.Create(_authority, _now.AddHours(-1), _now.AddHours(1), Guid.NewGuid().ToByteArray());
        File.WriteAllText(_folder.Of($"{name}.pem"), signed.ExportCertificatePem());
        File.WriteAllText(_folder.Of($"{name}.key"), key.ExportPkcs8PrivateKeyPem());
        return (_folder.Of($"{name}.pem"), _folder.Of($"{name}.key"));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _key.Dispose();
        _folder.Dispose();
    }
}
