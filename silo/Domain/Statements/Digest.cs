using System.Security.Cryptography;
using System.Text;

namespace DcOps.Domain.Statements;

/// <summary>SHA-256 of some content, as 64 small hexadecimal digits.</summary>
public readonly record struct Digest(string Hex)
{
    /// <summary>What the first link of a chain points to.</summary>
    public static Digest None { get; } = new(new string('0', 64));

    public static Digest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return new(Convert.ToHexStringLower(hash));
    }

    /// <summary>Of the text's UTF-8, without byte order mark.</summary>
    public static Digest Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public override string ToString() => Hex;
}
