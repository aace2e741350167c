using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace DcOps.Signing.Passwords;

/// <summary>
/// Passwords as Argon2id (RFC 9106) keeps them, in the form <c>$argon2id$v=19$m=…,t=…,p=…$salt$hash</c>.
/// 19 MiB, two passes, one lane: the second of the choices that OWASP's sheet on password storage gives as equal in strength.
/// </summary>
public static class Argon2Hash
{
    const int Kibibytes = 19_456;
    const int Passes = 2;
    const int SaltBytes = 16;
    const int HashBytes = 32;
    const int MostKibibytes = 1_048_576;

    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"$argon2id$v=19$m={Kibibytes},t={Passes},p=1${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, Kibibytes, Passes))}");
    }

    /// <summary>Whether this is the password of the hash; false also for a text of another form.</summary>
    /// <param name="isOutdated">Whether it was made with another cost than is used now.</param>
    public static bool Matches(string hash, string password, out bool isOutdated)
    {
        isOutdated = false;
        if (hash.Split('$') is not ["", "argon2id", "v=19", var cost, var salt, var expected]
            || cost.Split(',') is not [['m', '=', .. var memory], ['t', '=', .. var time], "p=1"]
            || !int.TryParse(memory, NumberStyles.None, CultureInfo.InvariantCulture, out var kibibytes) || kibibytes is < 8 or > MostKibibytes
            || !int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var passes) || passes is < 1 or > 64)
            return false;

        var (saltBytes, known) = (new byte[SaltBytes], new byte[HashBytes]);
        if (!Convert.TryFromBase64String(salt, saltBytes, out var saltLength) || saltLength != SaltBytes
            || !Convert.TryFromBase64String(expected, known, out var length) || length != HashBytes)
            return false;

        isOutdated = kibibytes != Kibibytes || passes != Passes;
        return CryptographicOperations.FixedTimeEquals(Derive(password, saltBytes, kibibytes, passes), known);
    }

    static byte[] Derive(string password, byte[] salt, int kibibytes, int passes)
    {
        var secret = Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC));
        var generator = new Argon2BytesGenerator();
        generator.Init(new Argon2Parameters.Builder(Argon2Parameters.Argon2id)
            .WithVersion(Argon2Parameters.Version13).WithSalt(salt)
            .WithMemoryAsKB(kibibytes).WithIterations(passes).WithParallelism(1).Build());
        var hash = new byte[HashBytes];
        generator.GenerateBytes(secret, hash);
        CryptographicOperations.ZeroMemory(secret);
        return hash;
    }
}
