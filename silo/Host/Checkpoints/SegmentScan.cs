using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace DcOps.Silo.Host.Checkpoints;

/// <summary>
/// Reads a segment from front to back: the newest place of every key, and where the good part ends. Only the last bulk can
/// be torn by a crash, as each is flushed before the next begins; a bad one with good ones behind it is damage.
/// </summary>
sealed class SegmentScan(SafeFileHandle file, long length)
{
    readonly byte[] _buffer = new byte[256 * 1024];
    readonly Dictionary<string, ImagePlace> _newest = new(StringComparer.Ordinal);

    /// <summary>The newest image of every key.</summary>
    public Dictionary<string, ImagePlace> Newest => _newest;

    /// <summary>End of the last good bulk: where writing goes on.</summary>
    public long GoodLength { get; private set; } = SegmentFormat.HeaderLength;

    /// <summary>Bulks that were once durable and are unreadable now.</summary>
    public int DamagedBulks { get; private set; }

    public void Run()
    {
        var offset = GoodLength;
        while (offset < length)
        {
            if (TryReadBulk(offset) is { } end)
            {
                DamagedBulks += offset == GoodLength ? 0 : 1;
                GoodLength = offset = end;
            }
            else
            {
                offset = NextMarker(offset + 1);
            }
        }
    }

    /// <summary>End of the bulk at the offset; null when there is no whole one.</summary>
    long? TryReadBulk(long offset)
    {
        Span<byte> head = stackalloc byte[SegmentFormat.BulkHeadLength];
        if (!TryRead(offset, head) || !head.StartsWith(SegmentFormat.Marker))
            return null;

        var entries = BinaryPrimitives.ReadInt64LittleEndian(head[8..]);
        var tail = offset + SegmentFormat.BulkHeadLength + entries;
        if (entries < 0 || tail < offset || tail + SegmentFormat.BulkTailLength > length)
            return null;

        Span<byte> sum = stackalloc byte[SegmentFormat.BulkTailLength];
        if (!TryRead(tail, sum) || BinaryPrimitives.ReadUInt32LittleEndian(sum) != SumOf(offset, tail))
            return null;

        ReadEntries(offset + SegmentFormat.BulkHeadLength, tail);
        return tail + SegmentFormat.BulkTailLength;
    }

    uint SumOf(long from, long to)
    {
        var crc = new Crc32C();
        while (from < to)
        {
            var piece = _buffer.AsSpan(0, (int)Math.Min(_buffer.Length, to - from));
            if (!TryRead(from, piece))
                return 0;
            crc.Append(piece);
            from += piece.Length;
        }

        return crc.Value;
    }

    void ReadEntries(long offset, long end)
    {
        Span<byte> head = stackalloc byte[SegmentFormat.EntryHeadLength];
        while (offset < end && TryRead(offset, head))
        {
            var (keyLength, imageLength, version) = SegmentFormat.ReadEntryHead(head);
            var key = _buffer.AsSpan(0, keyLength);
            TryRead(offset + SegmentFormat.EntryHeadLength, key);
            var image = offset + SegmentFormat.EntryHeadLength + keyLength;
            _newest[Encoding.UTF8.GetString(key)] = new(version, image, imageLength);
            offset = image + imageLength;
        }
    }

    /// <summary>The next place at or behind the offset where a bulk may begin; the end of the file when there is none.</summary>
    long NextMarker(long offset)
    {
        var overlap = SegmentFormat.Marker.Length - 1;
        while (offset + SegmentFormat.Marker.Length <= length)
        {
            var piece = _buffer.AsSpan(0, (int)Math.Min(_buffer.Length, length - offset));
            if (!TryRead(offset, piece))
                break;
            if (piece.IndexOf(SegmentFormat.Marker) is >= 0 and var found)
                return offset + found;
            offset += piece.Length - overlap;
        }

        return length;
    }

    bool TryRead(long offset, Span<byte> into)
    {
        while (!into.IsEmpty)
        {
            var read = RandomAccess.Read(file, into, offset);
            if (read == 0)
                return false;
            into = into[read..];
            offset += read;
        }

        return true;
    }
}
