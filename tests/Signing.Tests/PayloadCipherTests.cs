using System.Security.Cryptography;
using System.Text;
using DcOps.Signing.Keys;
using DcOps.Signing.Payloads;
using DcOps.Testing;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

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

    /// <summary>Ciphertexts of ours opened, and digests and codes of ours made again, by a program that shares no code with ours.</summary>
    [Fact]
    public async Task Openssl_opens_what_sm4_sealed_and_makes_the_same_digest_and_code_by_sm3()
    {
        using var folder = new ScratchFolder();
        var (key, text) = (RandomNumberGenerator.GetBytes(16), "江苏省 13.5 kWh, a little more than two blocks of text"u8.ToArray());
        var sealedText = PayloadCiphers.Of(CipherSuite.Sm4Cbc, key).Seal(text);
        await File.WriteAllBytesAsync(folder.Of("sealed"), sealedText[16..], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder.Of("text"), text, TestContext.Current.CancellationToken);

        await OpenSsl.MustAsync(
            folder.Path, "enc", "-d", "-sm4-cbc", "-K", Convert.ToHexString(key), "-iv", Convert.ToHexString(sealedText[..16]), "-in", "sealed",
            "-out", "opened");
        var digest = await OpenSsl.MustAsync(folder.Path, "dgst", "-sm3", "text");
        var code = await OpenSsl.MustAsync(
            folder.Path, "dgst", "-sm3", "-mac", "HMAC", "-macopt", $"hexkey:{Convert.ToHexString(key)}", "text");

        Assert.Equal(text, await File.ReadAllBytesAsync(folder.Of("opened"), TestContext.Current.CancellationToken));
        Assert.EndsWith(PayloadCiphers.Sm3(Encoding.UTF8.GetString(text)), digest.Trim(), StringComparison.Ordinal);
        Assert.EndsWith(Convert.ToHexStringLower(PayloadCiphers.Mac(MacSuite.HmacSm3, key, text)), code.Trim(), StringComparison.Ordinal);
    }

    /// <summary>Annex A of GB/T 32918.5: public key, "message digest" by the usual identity, and its signature.</summary>
    [Fact]
    public void Sm2_takes_the_signature_of_the_standard_and_no_other()
    {
        var curve = GMNamedCurves.GetByName("sm2p256v1");
        var point = curve.Curve.DecodePoint(Convert.FromHexString(
            "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"));
        byte[] signature =
        [
            0x30, 0x46,
            0x02, 0x21, 0x00, .. Convert.FromHexString("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"),
            0x02, 0x21, 0x00, .. Convert.FromHexString("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"),
        ];
        bool IsSigned(string text, byte[] by)
        {
            var verifier = SignerUtilities.GetSigner(DcOps.Signing.Suites.AlgorithmOf(SignatureSuite.Sm2Sm3));
            verifier.Init(false, new ECPublicKeyParameters(point, new ECDomainParameters(curve)));
            verifier.BlockUpdate(Encoding.ASCII.GetBytes(text));
            return verifier.VerifySignature(by);
        }

        Assert.True(IsSigned("message digest", signature));
        Assert.False(IsSigned("message digesT", signature));
        Assert.False(IsSigned("message digest", [.. signature[..^1], 0xAB]));
    }

    /// <summary>Annex A.2 of GB/T 32905: "abcd" sixteen times, more than one block.</summary>
    [Fact]
    public void Sm3_of_more_than_a_block_is_that_of_the_standard() => Assert.Equal(
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
        PayloadCiphers.Sm3(string.Concat(Enumerable.Repeat("abcd", 16))));

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
