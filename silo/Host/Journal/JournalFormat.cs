using System.Buffers.Binary;
using System.Globalization;
using DcOps.Grains.Journal;
using DcOps.Silo.Host.Checkpoints;

namespace DcOps.Silo.Host.Journal;

/// <summary>
/// A journal file is a header and records, little-endian. Header: magic (8), format (4), position of the first record (8),
/// CRC-32C of it all (4). Record: marker (4), length of what follows the head (4), CRC-32C of everything behind this field
/// (4), position at which its flush group begins (8), version of the image it rests on (8), UTC ticks of its fold (8); then
/// the length of the owner's key (1), the key in UTF-8, the batches. Positions count the bytes of records over all files.
/// </summary>
static class JournalFormat
{
    public const uint Format = 1;

    public const int HeaderLength = 24;

    public const int HeadLength = 36;

    const int SummedFrom = 12;

    public static ReadOnlySpan<byte> Magic => "DCOPSJNL"u8;

    public static ReadOnlySpan<byte> Marker => [0xD7, 0x2A, 0x91, 0xEC];

    public static byte[] Header(long start)
    {
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Format);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(12), start);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(20), Sum(header.AsSpan(0, 20)));
        return header;
    }

    /// <summary>Position of the file's first record.</summary>
    /// <exception cref="JournalFormatException">Not a journal of this format.</exception>
    public static long ReadHeader(string path, ReadOnlySpan<byte> header)
    {
        if (!header.StartsWith(Magic))
            throw new JournalFormatException($"{path} is not a journal. Move it away, or name another data folder.");

        if (BinaryPrimitives.ReadUInt32LittleEndian(header[20..]) != Sum(header[..20]))
            throw new JournalFormatException($"{path} has a damaged header. Restore it from a backup, or move it away to start without what it holds.");

        var format = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (format > Format)
        {
            throw new JournalFormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path} was written by a newer version (format {format}; this one reads up to {Format}). Start that version again and end it in order, which empties the journal; or restore a backup."));
        }

        return BinaryPrimitives.ReadInt64LittleEndian(header[12..]);
    }

    public static int LengthOf(ReadOnlySpan<byte> owner, ReadOnlySpan<byte> batches) => HeadLength + 1 + owner.Length + batches.Length;

    /// <param name="record">As long as <see cref="LengthOf"/> says.</param>
    public static void Write(
        Span<byte> record, long group, long basis, DateTimeOffset receivedAt, ReadOnlySpan<byte> owner, ReadOnlySpan<byte> batches)
    {
        Marker.CopyTo(record);
        BinaryPrimitives.WriteInt32LittleEndian(record[4..], record.Length - HeadLength);
        BinaryPrimitives.WriteInt64LittleEndian(record[12..], group);
        BinaryPrimitives.WriteInt64LittleEndian(record[20..], basis);
        BinaryPrimitives.WriteInt64LittleEndian(record[28..], receivedAt.UtcTicks);
        record[HeadLength] = checked((byte)owner.Length);
        owner.CopyTo(record[(HeadLength + 1)..]);
        batches.CopyTo(record[(HeadLength + 1 + owner.Length)..]);
        BinaryPrimitives.WriteUInt32LittleEndian(record[8..], Sum(record[SummedFrom..]));
    }

    /// <summary>Length of the record at the front; 0 when there is no whole one.</summary>
    public static int Measure(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= HeadLength || !bytes.StartsWith(Marker))
            return 0;

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (length < 1 || length > bytes.Length - HeadLength || bytes[HeadLength] > length - 1)
            return 0;

        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) == Sum(bytes[SummedFrom..(HeadLength + length)]) ? HeadLength + length : 0;
    }

    public static long GroupOf(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadInt64LittleEndian(record[12..]);

    public static ReadOnlySpan<byte> OwnerOf(ReadOnlySpan<byte> record) => record.Slice(HeadLength + 1, record[HeadLength]);

    public static JournalRecord Read(ReadOnlyMemory<byte> record) => new(
        BinaryPrimitives.ReadInt64LittleEndian(record.Span[20..]),
        new(BinaryPrimitives.ReadInt64LittleEndian(record.Span[28..]), TimeSpan.Zero),
        record[(HeadLength + 1 + record.Span[HeadLength])..]);

    static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc32C();
        crc.Append(bytes);
        return crc.Value;
    }
}
