using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using Org.BouncyCastle.X509.Extension;

namespace DcOps.Signing.Keys;

/// <summary>
/// The self-signed key that the product makes for itself at first start, so that statements are signed before an authority has issued
/// a certificate. Whoever verifies must be given its certificate by a way they trust.
/// </summary>
static class OwnKey
{
    public const string KeyFile = "signing.key";
    public const string CertificateFile = "signing.crt";

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode AnybodyElse = ~OwnerOnly & (UnixFileMode)0x1FF;
    const int YearsValid = 10;
    const int SerialBits = 127;

    /// <param name="suite">Of a key that is made now; one that exists stays what it is.</param>
    /// <exception cref="SigningKeyException">The folder cannot be written, or what it holds cannot sign.</exception>
    public static SigningKey OpenOrCreate(string folder, SignatureSuite suite, DateTimeOffset now)
    {
        var (keyFile, certificateFile) = (Path.Combine(folder, KeyFile), Path.Combine(folder, CertificateFile));
        try
        {
            Directory.CreateDirectory(folder);
            if (!File.Exists(keyFile))
                Create(keyFile, certificateFile, suite, now);
            KeyFiles.RefuseOpenFile(keyFile, "", AnybodyElse);
            return KeyFiles.Checked((KeyFiles.PrivateKey(keyFile, "", null), KeyFiles.Chain(certificateFile, "")), "", certificateFile, null, now);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SigningKeyException("", $"{folder}: no key can be kept there: {fault.Message}", fault);
        }
    }

    // The certificate first: a key file that exists has its certificate, whenever the process was killed.
    static void Create(string keyFile, string certificateFile, SignatureSuite suite, DateTimeOffset now)
    {
        var pair = Suites.NewKey(suite);
        var certificate = SelfSigned(pair, suite, now);
        Put(certificateFile, PemEncoding.WriteString("CERTIFICATE", certificate.GetEncoded()));
        Put(keyFile, PemEncoding.WriteString("PRIVATE KEY", PrivateKeyInfoFactory.CreatePrivateKeyInfo(pair.Private).GetDerEncoded()));
    }

    static X509Certificate SelfSigned(AsymmetricCipherKeyPair pair, SignatureSuite suite, DateTimeOffset now)
    {
        var (random, name) = (new SecureRandom(), new X509Name("O=DcOps,CN=DcOps statements"));
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(new BigInteger(SerialBits, random));
        generator.SetIssuerDN(name);
        generator.SetSubjectDN(name);
        // Clocks of verifiers are not always right to the minute.
        generator.SetNotBefore(now.UtcDateTime.AddHours(-1));
        generator.SetNotAfter(now.UtcDateTime.AddYears(YearsValid));
        generator.SetPublicKey(pair.Public);
        generator.AddExtension(X509Extensions.BasicConstraints, critical: true, new BasicConstraints(cA: false));
        generator.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(KeyUsage.DigitalSignature | KeyUsage.NonRepudiation));
        generator.AddExtension(
            X509Extensions.SubjectKeyIdentifier, critical: false, X509ExtensionUtilities.CreateSubjectKeyIdentifier(pair.Public));
        return generator.Generate(new Asn1SignatureFactory(Suites.AlgorithmOf(suite), pair.Private, random));
    }

    static void Put(string file, string text)
    {
        var unfinished = file + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(unfinished, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(text + "\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file, overwrite: true);
    }
}
