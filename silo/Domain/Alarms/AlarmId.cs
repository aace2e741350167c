using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DcOps.Domain.Alarms;

/// <summary>
/// Identity of one occurrence, or of what was derived from it. It is computed from what happened and never handed out by a
/// counter, so that edge, province, two silos and a replay all arrive at the same one.
/// </summary>
[GenerateSerializer, Immutable, Alias("AlarmId")]
public readonly record struct AlarmId([property: Id(0)] ulong High, [property: Id(1)] ulong Low) : IComparable<AlarmId>
{
    /// <param name="startedAt">When the first reading of the occurrence was observed; counts to the millisecond.</param>
    public static AlarmId Of(in AlarmKey key, DateTimeOffset startedAt) =>
        Of(string.Create(CultureInfo.InvariantCulture, $"{key}|{startedAt.ToUnixTimeMilliseconds()}"));

    /// <summary>The first 128 bits of the text's SHA-256.</summary>
    public static AlarmId Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return new(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]));
    }

    /// <summary>Another identity that follows from this one, as of a notification of this alarm.</summary>
    public AlarmId Derive(string purpose) => Of($"{this}|{purpose}");

    public static bool TryParse([NotNullWhen(true)] string? text, out AlarmId id)
    {
        id = default;
        if (text is not { Length: 32 }
            || !ulong.TryParse(text.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            || !ulong.TryParse(text.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low))
            return false;

        id = new(high, low);
        return true;
    }

    public int CompareTo(AlarmId other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");
}
