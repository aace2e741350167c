namespace DcOps.Signing;

/// <summary>Who signed, as the certificate says.</summary>
/// <param name="SerialNumber">Hexadecimal.</param>
/// <param name="Fingerprint">SHA-256 of the certificate, 64 small hexadecimal digits: what two people compare by telephone.</param>
/// <param name="ValidFrom">UTC.</param>
/// <param name="ValidTo">UTC.</param>
public sealed record SignerIdentity(
    string Subject, string Issuer, string SerialNumber, string Fingerprint, DateTimeOffset ValidFrom, DateTimeOffset ValidTo);
