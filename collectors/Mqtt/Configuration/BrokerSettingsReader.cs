using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Domain.Configuration;
using MQTTnet;

namespace DcOps.Collectors.Mqtt.Configuration;

/// <summary>Reads the secrets and certificates of a broker.</summary>
static class BrokerSettingsReader
{
    public static BrokerSettings Read(BrokerSection section, string key, Action<string, string> refuse)
    {
        var address = BrokerAddress.TryParse(section.Address, section.Tls is not null)!;
        return new(
            section.Name,
            address.Host,
            address.Port,
            section.ClientId ?? $"dcops-{section.Name}",
            Reveal(section.User, $"{key}.user", refuse),
            Reveal(section.Password, $"{key}.password", refuse),
            section.Tls is { } tls ? Tls(tls, address.Host, $"{key}.tls", refuse) : null,
            section.Protocol,
            (ushort)section.ReceiveMaximum,
            section.KeepAlive,
            section.Timeout,
            section.ReconnectMinimum,
            section.ReconnectMaximum);
    }

    static string? Reveal(Secret? secret, string key, Action<string, string> refuse)
    {
        string? reason = null;
        var value = secret?.Reveal(out reason);
        if (reason is not null)
            refuse(key, reason);
        return value;
    }

    static MqttClientTlsOptions? Tls(TlsSection section, string host, string key, Action<string, string> refuse)
    {
        var options = new MqttClientTlsOptionsBuilder()
            .UseTls()
            .WithTargetHost(section.ServerName ?? host)

            // A data hall has no way to the revocation lists of public authorities.
            .WithRevocationMode(X509RevocationMode.NoCheck);
        var guilty = $"{key}.authority";
        try
        {
            if (section.Authority is { } authority)
            {
                var trusted = new X509Certificate2Collection();
                trusted.ImportFromPemFile(authority);
                options.WithTrustChain(trusted);
            }

            guilty = $"{key}.certificate";
            if (section.Certificate is { } certificate)
                options.WithClientCertificates([X509Certificate2.CreateFromPemFile(certificate, section.Key)]);
            return options.Build();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            refuse(guilty, $"cannot be read: {fault.Message}");
            return null;
        }
    }
}
