using System.Security.Cryptography;
using System.Text;
using DcOps.Signing.Keys;
using DcOps.Signing.Payloads;
using DcOps.Testing;

namespace DcOps.Signing.Tests;

public sealed class PayloadCipherTests
{
    public static TheoryData<CipherSuite> Suites => [.. Enum.GetValues<CipherSuite>()];

    [Theory]
    [MemberData(nameof(Suites))]
    public void What_is_sealed_opens_and_never_looks_the_same_twice(CipherSuite suite)
    {
        var cipher = PayloadCiphers.Of(suite, RandomNumberGenerator.GetBytes(PayloadCiphers.KeyBytes(suite)));

        foreach (var length in new[] { 0, 1, 15, 16, 17, 4_096 })
        {
            var plain = RandomNumberGenerator.GetBytes(length);
            var (one, other) = (cipher.Seal(plain), cipher.Seal(plain));

            Assert.Equal(plain, cipher.Open(one));
            Assert.Equal(plain, cipher.Open(other));
            if (suite != CipherSuite.None)
                Assert.NotEqual(one, other);
        }
    }

    [Theory]
    [InlineData(CipherSuite.Aes256Gcm)]
    [InlineData(CipherSuite.Sm4Gcm)]
    public void A_changed_bit_is_told_by_every_suite_that_can(CipherSuite suite)
    {
        var cipher = PayloadCiphers.Of(suite, new byte[PayloadCiphers.KeyBytes(suite)]);
        var ciphertext = cipher.Seal("13.5 kWh"u8);

        for (var place = 0; place < ciphertext.Length; place++)
        {
            var changed = ciphertext.ToArray();
            changed[place] ^= 1;
            Assert.Throws<CryptographicException>(() => cipher.Open(changed));
        }

        Assert.Throws<CryptographicException>(() => cipher.Open(ciphertext.AsSpan(0, 20)));
    }

    [Fact]
    public void Aes_is_what_the_framework_s_is()
    {
        var key = RandomNumberGenerator.GetBytes(16);
        var cbc = PayloadCiphers.Of(CipherSuite.Aes128Cbc, key).Seal("kWh"u8);
        using var aes = Aes.Create();
        aes.Key = key;
        Assert.Equal("kWh", Encoding.ASCII.GetString(aes.DecryptCbc(cbc[16..], cbc[..16])));

        var wide = RandomNumberGenerator.GetBytes(32);
        var gcm = PayloadCiphers.Of(CipherSuite.Aes256Gcm, wide).Seal("kWh"u8);
        var plain = new byte[3];
        using var framework = new AesGcm(wide, 16);
        framework.Decrypt(gcm.AsSpan(0, 12), gcm.AsSpan(12, 3), gcm.AsSpan(15), plain);
        Assert.Equal("kWh", Encoding.ASCII.GetString(plain));
    }

    /// <summary>Annex A of GB/T 32907: plaintext and key are the same sixteen bytes.</summary>
    [Fact]
    public void Sm4_is_that_of_the_standard()
    {
        var key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
        var block = Convert.FromHexString("681EDF34D206965E86B3E94F536E4246");
        // Deciphered, the block is the plaintext of the annex; a first block of that XOR padding leaves padding alone: an empty text.
        var first = key.Select(each => (byte)(each ^ 16)).ToArray();

        Assert.Empty(PayloadCiphers.Of(CipherSuite.Sm4Cbc, key).Open([.. first, .. block]));
    }

    /// <summary>Annex A of GB/T 32905: "abc".</summary>
    [Fact]
    public void Sm3_is_that_of_the_standard() =>
        Assert.Equal("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", PayloadCiphers.Sm3("abc"));

    [Fact]
    public void Codes_depend_on_key_and_content()
    {
        foreach (var suite in new[] { MacSuite.HmacSha256, MacSuite.HmacSm3 })
        {
            var code = PayloadCiphers.Mac(suite, "key"u8.ToArray(), "content"u8);

            Assert.Equal(32, code.Length);
            Assert.Equal(code, PayloadCiphers.Mac(suite, "key"u8.ToArray(), "content"u8));
            Assert.NotEqual(code, PayloadCiphers.Mac(suite, "kez"u8.ToArray(), "content"u8));
            Assert.NotEqual(code, PayloadCiphers.Mac(suite, "key"u8.ToArray(), "contents"u8));
        }

        Assert.Empty(PayloadCiphers.Mac(MacSuite.None, [], "content"u8));
    }

    [Fact]
    public void Every_key_signs_and_its_signature_is_over_one_content_alone()
    {
        using var folder = new ScratchFolder();
        foreach (var suite in Enum.GetValues<SignatureSuite>())
        {
            var key = OwnKey.OpenOrCreate(folder.Of(suite.ToString()), suite, new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
            var signature = PayloadCiphers.Sign(key, "content"u8);

            Assert.True(PayloadCiphers.IsSigned(key, "content"u8, signature));
            Assert.False(PayloadCiphers.IsSigned(key, "contenT"u8, signature));
        }
    }

    [Fact]
    public void A_key_of_the_wrong_length_is_refused() =>
        Assert.Contains("16 bytes, not of 15", Assert.Throws<ArgumentException>(() => PayloadCiphers.Of(CipherSuite.Sm4Cbc, new byte[15])).Message, StringComparison.Ordinal);
}
