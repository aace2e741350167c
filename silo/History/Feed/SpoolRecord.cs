using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using DcOps.Domain.History;

namespace DcOps.History.Feed;

/// <summary>
/// One batch in a spool file: length and checksum (CRC-32C of all that follows), then rows, time of spooling and newest
/// rows, then the batch. Little-endian. A record is there when its checksum says so, else it was torn.
/// </summary>
readonly record struct SpoolRecord(int Length, int Rows, long SpooledAt, NewestRows Newest)
{
    /// <summary>Bytes before the batch.</summary>
    public const int HeadBytes = 4 + 4 + 4 + 8 + 3 * 8;

    const int ChecksumFrom = 8;
    const long Nothing = long.MinValue;

    public static byte[] Encode(HistoryBatch batch, DateTimeOffset now)
    {
        using var buffer = new MemoryStream(HeadBytes + batch.Rows * 110);
        buffer.SetLength(HeadBytes);
        buffer.Position = HeadBytes;
        using (var writer = new BinaryWriter(buffer, System.Text.Encoding.UTF8, leaveOpen: true))
            BatchCodec.Encode(batch, writer);

        var record = buffer.ToArray();
        var newest = NewestRows.Of(batch);
        BinaryPrimitives.WriteInt32LittleEndian(record, record.Length);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(8), batch.Rows);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(12), now.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(20), newest.RackMinute ?? Nothing);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(28), newest.FacilityMinute ?? Nothing);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(36), newest.Interval ?? Nothing);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(4), Checksum(record.AsSpan(ChecksumFrom)));
        return record;
    }

    /// <returns>Null when the bytes do not begin with a whole, undamaged record.</returns>
    public static SpoolRecord? Read(ReadOnlySpan<byte> bytes)
    {
        if (LengthOf(bytes) is not { } length)
            return null;

        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) == Checksum(bytes[ChecksumFrom..length])
            ? new(
                length, BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]),
                new(Ticks(bytes[20..]), Ticks(bytes[28..]), Ticks(bytes[36..])))
            : null;
    }

    /// <returns>What the record says of its length, damaged or not; null when that cannot be.</returns>
    public static int? LengthOf(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= HeadBytes && BinaryPrimitives.ReadInt32LittleEndian(bytes) is var length && length >= HeadBytes && length <= bytes.Length
            ? length
            : null;

    /// <param name="head">The first bytes of a record that was read before and found whole.</param>
    public static (int Length, int Rows) SizeOf(ReadOnlySpan<byte> head) =>
        (BinaryPrimitives.ReadInt32LittleEndian(head), BinaryPrimitives.ReadInt32LittleEndian(head[8..]));

    /// <param name="head">The first bytes of a record that was read before and found whole.</param>
    public static long SpooledAtOf(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadInt64LittleEndian(head[12..]);

    /// <returns>Null when the record is whole but says what this version cannot read, such as an id of another form.</returns>
    public static HistoryBatch? Batch(byte[] record)
    {
        using var buffer = new MemoryStream(record, HeadBytes, record.Length - HeadBytes, writable: false);
        using var reader = new BinaryReader(buffer);
        try
        {
            return BatchCodec.Decode(reader);
        }
        catch (Exception fault) when (fault is FormatException or EndOfStreamException or ArgumentException)
        {
            return null;
        }
    }

    static long? Ticks(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadInt64LittleEndian(bytes) is var ticks && ticks == Nothing ? null : ticks;

    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            checksum = BitOperations.Crc32C(checksum, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            checksum = BitOperations.Crc32C(checksum, rest);
        return ~checksum;
    }
}
