using DcOps.Access.Accounts;
using DcOps.Signing.Passwords;

namespace DcOps.Access.Tests;

public sealed class PasswordTests
{
    const string Sound = "Correct-Horse-9";

    [Fact]
    public void A_password_is_kept_as_argon2id_with_a_salt_of_its_own()
    {
        var (one, other) = (Argon2Hash.Of(Sound), Argon2Hash.Of(Sound));

        Assert.StartsWith("$argon2id$v=19$m=19456,t=2,p=1$", one, StringComparison.Ordinal);
        Assert.NotEqual(one, other);
        Assert.True(Argon2Hash.Matches(one, Sound, out var isOutdated));
        Assert.False(isOutdated);
        Assert.False(Argon2Hash.Matches(one, Sound + "9", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Correct-Horse-9")]
    [InlineData("$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA")]
    [InlineData("$argon2id$v=19$m=2147483647,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_hash_of_another_form_fits_no_password(string hash) => Assert.False(Argon2Hash.Matches(hash, Sound, out _));

    [Theory]
    [InlineData(true, "li", Sound)]
    [InlineData(true, "li", "长密码-Passwort-9")]
    [InlineData(false, "li", "Short-9a")]
    [InlineData(false, "li", "onlysmallletters")]
    [InlineData(false, "li", "aaaaaaaaaaA9-")]
    [InlineData(false, "horse", Sound)]
    [InlineData(false, "li", "")]
    public void A_password_is_long_mixed_and_not_the_name(bool isStrong, string name, string password) =>
        Assert.Equal(isStrong, PasswordRule.IsStrong(name, password));
}
