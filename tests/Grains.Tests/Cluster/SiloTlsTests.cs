using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DcOps.Silo.Host.Cluster;

namespace DcOps.Grains.Tests.Cluster;

public sealed class SiloTlsTests
{
    static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public void Whoever_shows_a_certificate_of_the_authority_is_a_silo_and_nobody_else()
    {
        using var ours = Authority("CN=silos");
        using var others = Authority("CN=silos");
        using var own = Of(ours, Now.AddDays(1));
        using var other = Of(ours, Now.AddDays(1));
        using var stranger = Of(others, Now.AddDays(1));
        using var expired = Of(ours, Now.AddMinutes(-1));
        var certificates = new SiloCertificates(own, ours);

        Assert.True(certificates.Believes(other));
        Assert.False(certificates.Believes(stranger));
        Assert.False(certificates.Believes(expired));
        Assert.False(certificates.Believes(others));
    }

    static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(Now.AddDays(-2), Now.AddDays(2));
    }

    static X509Certificate2 Of(X509Certificate2 authority, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=silo", key, HashAlgorithmName.SHA256);
        using var issued = request.Create(authority, Now.AddDays(-1), until, RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }
}
