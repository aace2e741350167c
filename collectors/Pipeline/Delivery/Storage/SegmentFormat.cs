using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>
/// A segment file: 8 bytes of magic with the version, 8 bytes of time, then records of
/// length (4), CRC-32C (4), sequence (8) and the encoded batch. The checksum covers sequence and batch. Little-endian.
/// </summary>
static class SegmentFormat
{
    public const int HeaderBytes = 16;

    public const int RecordHeaderBytes = 16;

    /// <summary>A longer record is damage, not a batch.</summary>
    public const int MostRecordBytes = 64 << 20;

    const int ChecksumAt = 4;
    const int SequenceAt = 8;

    static ReadOnlySpan<byte> Magic => "DcOpsOB1"u8;

    public static void WriteHeader(Span<byte> header, DateTimeOffset startedAt)
    {
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt64LittleEndian(header[Magic.Length..], startedAt.UtcTicks);
    }

    /// <summary>When the segment's first batch was collected; null when these are not the first bytes of a segment of this version.</summary>
    public static DateTimeOffset? ReadHeader(ReadOnlySpan<byte> header) =>
        header.Length >= HeaderBytes && header.StartsWith(Magic)
        && BinaryPrimitives.ReadInt64LittleEndian(header[Magic.Length..]) is var ticks and >= 0
        && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new(ticks, TimeSpan.Zero)
            : null;

    /// <summary>Fills the header in front of a record whose batch is already behind it.</summary>
    public static void Seal(Span<byte> record, long sequence)
    {
        BinaryPrimitives.WriteInt32LittleEndian(record, record.Length - RecordHeaderBytes);
        BinaryPrimitives.WriteInt64LittleEndian(record[SequenceAt..], sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(record[ChecksumAt..], Checksum(record[SequenceAt..]));
    }

    /// <summary>Length of the batch behind a record's header; null when it cannot be one.</summary>
    public static int? PayloadLength(ReadOnlySpan<byte> recordHeader) =>
        BinaryPrimitives.ReadInt32LittleEndian(recordHeader) is var length and > 0 and <= MostRecordBytes ? length : null;

    public static long Sequence(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadInt64LittleEndian(record[SequenceAt..]);

    public static bool IsSound(ReadOnlySpan<byte> record) =>
        BinaryPrimitives.ReadUInt32LittleEndian(record[ChecksumAt..]) == Checksum(record[SequenceAt..]);

    // CRC-32C (Castagnoli, RFC 3720 B.4), which processors compute by themselves.
    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            sum = BitOperations.Crc32C(sum, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, rest);
        return ~sum;
    }
}
