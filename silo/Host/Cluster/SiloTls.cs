using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Orleans.Configuration;

namespace DcOps.Silo.Host.Cluster;

/// <summary>TLS on the connections between silos, both ends with a certificate.</summary>
sealed partial class SiloTls(SiloCertificates certificates, TimeProvider time, ILogger<SiloTls> logger)
{
    static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(10);

    readonly SslStreamCertificateContext _own = SslStreamCertificateContext.Create(certificates.Own, additionalCertificates: null, offline: true);

    public void Apply(SiloConnectionOptions options)
    {
        options.ConfigureSiloInboundConnection(connection => connection.Use(next => context => RunAsync(context, next, isServer: true)));
        options.ConfigureSiloOutboundConnection(connection => connection.Use(next => context => RunAsync(context, next, isServer: false)));
    }

    async Task RunAsync(ConnectionContext context, ConnectionDelegate next, bool isServer)
    {
        var plain = context.Transport;
        await using var stream = new SslStream(new DuplexStream(plain), leaveInnerStreamOpen: false);
        if (!await TryHandshakeAsync(stream, context, isServer))
        {
            context.Abort();
            return;
        }

        context.Transport = new StreamTransport(stream);
        try
        {
            await next(context);
        }
        finally
        {
            await context.Transport.Input.CompleteAsync();
            await context.Transport.Output.CompleteAsync();
            context.Transport = plain;
        }
    }

    async Task<bool> TryHandshakeAsync(SslStream stream, ConnectionContext context, bool isServer)
    {
        using var limit = new CancellationTokenSource(HandshakeLimit, time);
        try
        {
            await (isServer ? stream.AuthenticateAsServerAsync(Server(), limit.Token) : stream.AuthenticateAsClientAsync(Client(), limit.Token));
            return true;
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException or OperationCanceledException)
        {
            LogRefused(context.RemoteEndPoint?.ToString() ?? "?", fault.Message);
            return false;
        }
    }

    SslServerAuthenticationOptions Server() => new()
    {
        ServerCertificateContext = _own,
        ClientCertificateRequired = true,
        EnabledSslProtocols = SslProtocols.Tls13 | SslProtocols.Tls12,
        RemoteCertificateValidationCallback = IsSilo,
    };

    SslClientAuthenticationOptions Client() => new()
    {
        TargetHost = "silo",
        ClientCertificateContext = _own,
        EnabledSslProtocols = SslProtocols.Tls13 | SslProtocols.Tls12,
        RemoteCertificateValidationCallback = IsSilo,
    };

    bool IsSilo(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate is X509Certificate2 shown && certificates.Believes(shown);

    [LoggerMessage(LogLevel.Warning, "No TLS with {Remote}: {Reason}")]
    partial void LogRefused(string remote, string reason);
}
