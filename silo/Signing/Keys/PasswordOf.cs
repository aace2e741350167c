using Org.BouncyCastle.OpenSsl;

namespace DcOps.Signing.Keys;

sealed class PasswordOf(string? password) : IPasswordFinder
{
    public bool WasAsked { get; private set; }

    public char[] GetPassword()
    {
        WasAsked = true;
        return password?.ToCharArray() ?? [];
    }
}
