using DcOps.Collectors.Snmp.Security;

namespace DcOps.Collectors.Snmp.Tests.Security;

/// <summary>RFC 3414 appendix A.3; the same password and engine with the hashes of RFC 7860, computed with Python's hashlib.</summary>
public sealed class KeyDerivationTests
{
    static readonly byte[] EngineId = Convert.FromHexString("000000000000000000000002");

    [Theory, Trait("Vector", "S13")]
    [InlineData(AuthenticationProtocol.Md5, "9FAF3283884E92834EBC9847D8EDD963", "526F5EED9FCCE26F8964C2930787D82B")]
    [InlineData(
        AuthenticationProtocol.Sha1,
        "9FB5CC0381497B3793528939FF788D5D79145211",
        "6695FEBC9288E36282235FC7151F128497B38F3F")]
    [InlineData(
        AuthenticationProtocol.Sha224,
        "282A5867EE9AAC639AD59DF9572C7D3AC0FBC13A905B6DF07DBBF00B",
        "0BD8827C6E29F8065E08E09237F177E410F69B90E1782BE682075674")]
    [InlineData(
        AuthenticationProtocol.Sha256,
        "AB51014D1E077F6017DF2B12BEE5F5AA72993177E9BB569C4DFF5A4CA0B4AFAC",
        "8982E0E549E866DB361A6B625D84CCCC11162D453EE8CE3A6445C2D6776F0F8B")]
    [InlineData(
        AuthenticationProtocol.Sha384,
        "E06ECCDF2C68A06ED034723C9C26E0DB3B669E1E2EFED49150B55377A2E98F383C86FB836857444654B287C93F51FF64",
        "3B298F16164A11184279D5432BF169E2D2A48307DE02B3D3F7E2B4F36EB6F0455A53689A3937EEA07319A633D2CCBA78")]
    [InlineData(
        AuthenticationProtocol.Sha512,
        "7E4396DE5AADC77BE853819B98C9406265B3A9C37CC3176569847A4E4F6FBA63DD3A73D04924D31A63F95A601F9385AF6BE4ED1B37F87D040F7C6ED6F8D38A91",
        "22A5A36CEDFCC085807A128D7BC6C2382167AD6C0DBC5FDFF856740F3D84C099AD1EA87A8DB096714D9788BD544047C9021E4229CE27E4C0A69250ADFCFFBB0B")]
    public void Of_maplesyrup_gives_the_published_keys(AuthenticationProtocol protocol, string key, string localised)
    {
        var digest = Digest.Of(protocol);

        var ofPassword = KeyDerivation.OfPassword(digest, "maplesyrup");

        Assert.Equal(key, Convert.ToHexString(ofPassword));
        Assert.Equal(localised, Convert.ToHexString(KeyDerivation.Localise(digest, ofPassword, EngineId)));
    }

    [Theory]
    [InlineData(PrivacyProtocol.Aes128, "6695FEBC9288E36282235FC7151F1284")]
    [InlineData(PrivacyProtocol.Aes192, "6695FEBC9288E36282235FC7151F128497B38F3F505E07EB")]
    [InlineData(PrivacyProtocol.Aes256, "6695FEBC9288E36282235FC7151F128497B38F3F505E07EB9AF25568FA1F5DBE")]
    [InlineData(PrivacyProtocol.Aes192Reeder, "6695FEBC9288E36282235FC7151F128497B38F3F9B8B6D78")]
    [InlineData(PrivacyProtocol.Aes256Reeder, "6695FEBC9288E36282235FC7151F128497B38F3F9B8B6D78936BA6E7D19DFD9C")]
    public void Lengthens_a_short_digest_in_either_of_two_ways(PrivacyProtocol protocol, string expected)
    {
        var digest = Digest.Of(AuthenticationProtocol.Sha1);
        var localised = KeyDerivation.Localise(digest, KeyDerivation.OfPassword(digest, "maplesyrup"), EngineId);

        var key = KeyDerivation.ForPrivacy(digest, protocol, localised, EngineId);

        Assert.Equal(expected, Convert.ToHexString(key));
    }

    // NIST's example values for SHA-224: one block, and two blocks.
    [Theory]
    [InlineData("abc", "23097D223405D8228642A477BDA255B32AADBCE4BDA0B3F7E36C9DA7")]
    [InlineData(
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "75388B16512776CC5DBA5DA1FD890150B0C6455CB4F58B1952522525")]
    public void Hashes_by_sha224_as_its_standard_says(string text, string expected)
    {
        Assert.Equal(expected, Convert.ToHexString(Digest.Of(AuthenticationProtocol.Sha224).Hash(System.Text.Encoding.ASCII.GetBytes(text))));
    }

    // RFC 4231 test cases 2 and 6: a short key, and one longer than a block.
    [Theory]
    [InlineData("4A656665", "what do ya want for nothing?", "A30E01098BC6DBBF45690F3A7E9E6D0F")]
    [InlineData("131", "Test Using Larger Than Block-Size Key - Hash Key First", "95E9A0DB962095ADAEBE9B2D6F0DBCE2")]
    public void Authenticates_by_sha224_as_its_standard_says(string key, string text, string expected)
    {
        var octets = key == "131" ? Enumerable.Repeat((byte)0xAA, 131).ToArray() : Convert.FromHexString(key);
        var mac = new byte[16];

        Digest.Of(AuthenticationProtocol.Sha224).Mac(octets, System.Text.Encoding.ASCII.GetBytes(text), mac);

        Assert.Equal(expected, Convert.ToHexString(mac));
    }
}
