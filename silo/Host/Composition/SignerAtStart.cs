using DcOps.Signing;

namespace DcOps.Silo.Host.Composition;

/// <summary>Opens the signing key when the host starts, so that a bad one stops it then, and says which key it is.</summary>
sealed partial class SignerAtStart(StatementSigner signer, TrustedAuthorities trusted, ILogger<SignerAtStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        LogSigner(signer.Key.Signer.Subject, signer.Key.Signer.Fingerprint, signer.Key.Signer.ValidTo, trusted.Count);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Statements are signed by {Subject}, certificate SHA-256 {Fingerprint}, valid to {ValidTo:yyyy-MM-dd}; {Trusted} certificates are trusted")]
    partial void LogSigner(string subject, string fingerprint, DateTimeOffset validTo, int trusted);
}
