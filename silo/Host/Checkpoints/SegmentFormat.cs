using System.Buffers.Binary;
using System.Globalization;
using DcOps.Grains.Checkpoints;

namespace DcOps.Silo.Host.Checkpoints;

/// <summary>
/// A segment is a header and bulks, little-endian. Header: magic (8), format (4), CRC-32C of both (4).
/// Bulk: marker (8), length of the entries (8), entries, CRC-32C of all of it (4).
/// Entry: length of the key (2), length of the image (4), version (8), key in UTF-8, image.
/// </summary>
static class SegmentFormat
{
    public const uint Format = 1;

    public const int HeaderLength = 16;

    public const int BulkHeadLength = 16;

    public const int BulkTailLength = 4;

    public const int EntryHeadLength = 14;

    public static ReadOnlySpan<byte> Magic => "DCOPSCKP"u8;

    public static ReadOnlySpan<byte> Marker => [0xB1, 0x4B, 0xC3, 0x0D, 0x5E, 0xA7, 0x19, 0xF2];

    public static byte[] Header()
    {
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Format);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), Sum(header.AsSpan(0, 12)));
        return header;
    }

    /// <exception cref="CheckpointFormatException">Not a segment of this format.</exception>
    public static void CheckHeader(string path, ReadOnlySpan<byte> header)
    {
        if (!header.StartsWith(Magic))
            throw new CheckpointFormatException($"{path} is not a file of checkpoints. Move it away, or name another data folder.");

        var format = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[12..]) != Sum(header[..12]))
            throw new CheckpointFormatException($"{path} has a damaged header. Restore it from a backup, or move it away to start without it.");

        if (format > Format)
        {
            throw new CheckpointFormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path} was written by a newer version (format {format}; this one reads up to {Format}). Start that version again, or restore a backup."));
        }
    }

    public static void WriteBulkHead(Span<byte> head, long length)
    {
        Marker.CopyTo(head);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], length);
    }

    public static void WriteEntryHead(Span<byte> head, int keyLength, int imageLength, long version)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(head, checked((ushort)keyLength));
        BinaryPrimitives.WriteInt32LittleEndian(head[2..], imageLength);
        BinaryPrimitives.WriteInt64LittleEndian(head[6..], version);
    }

    public static (int KeyLength, int ImageLength, long Version) ReadEntryHead(ReadOnlySpan<byte> head) => (
        BinaryPrimitives.ReadUInt16LittleEndian(head),
        BinaryPrimitives.ReadInt32LittleEndian(head[2..]),
        BinaryPrimitives.ReadInt64LittleEndian(head[6..]));

    static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc32C();
        crc.Append(bytes);
        return crc.Value;
    }
}
