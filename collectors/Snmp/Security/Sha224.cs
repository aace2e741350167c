using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>
/// SHA-224 (FIPS 180-4) and its HMAC (RFC 2104). RFC 7860 names it and the framework has none;
/// meters that offer it offer SHA-256 too, so that speed does not matter here.
/// </summary>
static class Sha224
{
    public const int HashLength = 28;
    public static readonly HashAlgorithmName Name = new("SHA224");
    const int BlockLength = 64;

    // First 32 bits of the fractional parts of the cube roots of the first 64 primes.
    static readonly uint[] RoundConstants = Fractions(Primes(64), root: 3, half: 0);

    // Second 32 bits of the fractional parts of the square roots of the 9th to 16th primes.
    static readonly uint[] InitialState = Fractions(Primes(16)[8..], root: 2, half: 1);

    public static byte[] HashData(ReadOnlySpan<byte> source)
    {
        var state = InitialState.AsSpan().ToArray();
        var whole = source.Length / BlockLength * BlockLength;
        for (var at = 0; at < whole; at += BlockLength)
            Compress(state, source.Slice(at, BlockLength));

        Span<byte> tail = stackalloc byte[2 * BlockLength];
        tail.Clear();
        var rest = source[whole..];
        rest.CopyTo(tail);
        tail[rest.Length] = 0x80;
        var tailLength = rest.Length < BlockLength - 8 ? BlockLength : 2 * BlockLength;
        BinaryPrimitives.WriteUInt64BigEndian(tail[(tailLength - 8)..], (ulong)source.Length * 8);
        for (var at = 0; at < tailLength; at += BlockLength)
            Compress(state, tail.Slice(at, BlockLength));

        var hash = new byte[HashLength];
        for (var word = 0; word < HashLength / 4; word++)
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(word * 4), state[word]);
        return hash;
    }

    public static void HmacData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var inner = new byte[BlockLength + source.Length];
        var outer = new byte[BlockLength + HashLength];
        (key.Length > BlockLength ? HashData(key) : key).CopyTo(inner);
        inner.AsSpan(0, BlockLength).CopyTo(outer);
        for (var index = 0; index < BlockLength; index++)
        {
            inner[index] ^= 0x36;
            outer[index] ^= 0x5C;
        }

        source.CopyTo(inner.AsSpan(BlockLength));
        HashData(inner).CopyTo(outer.AsSpan(BlockLength));
        HashData(outer).CopyTo(destination);
    }

    static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> schedule = stackalloc uint[64];
        for (var word = 0; word < 16; word++)
            schedule[word] = BinaryPrimitives.ReadUInt32BigEndian(block[(word * 4)..]);
        for (var word = 16; word < 64; word++)
        {
            var near = schedule[word - 15];
            var far = schedule[word - 2];
            schedule[word] = schedule[word - 16] + schedule[word - 7]
                + (BitOperations.RotateRight(near, 7) ^ BitOperations.RotateRight(near, 18) ^ (near >> 3))
                + (BitOperations.RotateRight(far, 17) ^ BitOperations.RotateRight(far, 19) ^ (far >> 10));
        }

        Span<uint> turn = stackalloc uint[8];
        state.CopyTo(turn);
        for (var round = 0; round < 64; round++)
        {
            var (a, b, c, e, f, g) = (turn[0], turn[1], turn[2], turn[4], turn[5], turn[6]);
            var first = turn[7] + RoundConstants[round] + schedule[round] + ((e & f) ^ (~e & g))
                + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25));
            var second = ((a & b) ^ (a & c) ^ (b & c))
                + (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22));
            turn[..7].CopyTo(turn[1..]);
            turn[4] += first;
            turn[0] = first + second;
        }

        for (var word = 0; word < 8; word++)
            state[word] += turn[word];
    }

    static int[] Primes(int count) =>
        [.. Enumerable.Range(2, 400).Where(n => Enumerable.Range(2, n - 2).All(divisor => n % divisor != 0)).Take(count)];

    // The root of prime * 2^(32 * root * (half + 1)) is the wanted root with 32 * (half + 1) fractional bits.
    static uint[] Fractions(int[] primes, int root, int half) =>
        [.. primes.Select(prime => (uint)(IntegerRoot((BigInteger)prime << (32 * root * (half + 1)), root) & uint.MaxValue))];

    static BigInteger IntegerRoot(BigInteger value, int root)
    {
        var (low, high) = (BigInteger.Zero, BigInteger.One << (((int)value.GetBitLength() / root) + 1));
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            (low, high) = BigInteger.Pow(middle, root) <= value ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
