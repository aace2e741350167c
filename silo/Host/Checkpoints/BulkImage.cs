using System.Buffers.Binary;
using System.Text;
using DcOps.Grains.Checkpoints;

namespace DcOps.Silo.Host.Checkpoints;

/// <summary>A bulk as the pieces that are written one behind the other; the images themselves are not copied.</summary>
sealed class BulkImage
{
    public BulkImage(IReadOnlyList<Checkpoint> bulk, long offset)
    {
        Written = offset;
        Places = new ImagePlace[bulk.Count];
        Pieces = new(bulk.Count * 2 + 2);
        var heads = bulk.Select(Head).ToArray();
        var length = heads.Sum(head => (long)head.Length) + bulk.Sum(checkpoint => (long)checkpoint.Image.Length);

        var crc = new Crc32C();
        var bulkHead = new byte[SegmentFormat.BulkHeadLength];
        SegmentFormat.WriteBulkHead(bulkHead, length);
        Add(bulkHead, ref crc);

        var at = offset + SegmentFormat.BulkHeadLength;
        for (var index = 0; index < bulk.Count; index++)
        {
            var image = bulk[index].Image;
            Add(heads[index], ref crc);
            Add(image, ref crc);
            Places[index] = new(bulk[index].Version, at + heads[index].Length, image.Length);
            at += heads[index].Length + image.Length;
        }

        var tail = new byte[SegmentFormat.BulkTailLength];
        BinaryPrimitives.WriteUInt32LittleEndian(tail, crc.Value);
        Pieces.Add(tail);
    }

    public List<ReadOnlyMemory<byte>> Pieces { get; }

    public ImagePlace[] Places { get; }

    /// <summary>Offset in the file up to which the pieces are written.</summary>
    public long Written { get; set; }

    void Add(ReadOnlyMemory<byte> piece, ref Crc32C crc)
    {
        Pieces.Add(piece);
        crc.Append(piece.Span);
    }

    static byte[] Head(Checkpoint checkpoint)
    {
        var key = Encoding.UTF8.GetByteCount(checkpoint.Key);
        var head = new byte[SegmentFormat.EntryHeadLength + key];
        SegmentFormat.WriteEntryHead(head, key, checkpoint.Image.Length, checkpoint.Version);
        Encoding.UTF8.GetBytes(checkpoint.Key, head.AsSpan(SegmentFormat.EntryHeadLength));
        return head;
    }
}
