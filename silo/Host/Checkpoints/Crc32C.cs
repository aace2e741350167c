using System.Buffers.Binary;
using System.Numerics;

namespace DcOps.Silo.Host.Checkpoints;

/// <summary>CRC-32C (RFC 3720, appendix B.4), continued over pieces.</summary>
struct Crc32C()
{
    uint _register = uint.MaxValue;

    public readonly uint Value => ~_register;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            _register = BitOperations.Crc32C(_register, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var single in bytes)
            _register = BitOperations.Crc32C(_register, single);
    }
}
