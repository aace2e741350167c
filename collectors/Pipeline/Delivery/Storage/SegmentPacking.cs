using System.IO.Compression;

namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>A closed segment compressed, for batches of one site are much alike. Its reader sees the same records.</summary>
static class SegmentPacking
{
    /// <summary>Writes the packed form of a segment beside it, whole and on the disk.</summary>
    /// <returns>The segment as packed; the file that it was is still there.</returns>
    /// <exception cref="IOException">The disk refused; nothing is left of the try.</exception>
    public static ClosedSegment Pack(ClosedSegment segment)
    {
        var packed = Path.Combine(Path.GetDirectoryName(segment.Path)!, new SegmentName(segment.First, segment.Last, IsPacked: true).FileName);
        var beside = packed + SegmentName.Unfinished;
        try
        {
            using (var plain = File.OpenRead(segment.Path))
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                using (var brotli = new BrotliStream(file, CompressionLevel.Optimal, leaveOpen: true))
                    plain.CopyTo(brotli, 1 << 20);
                file.Flush(flushToDisk: true);
            }

            // The time of the last batch, as a restart reads it.
            File.SetLastWriteTimeUtc(beside, File.GetLastWriteTimeUtc(segment.Path));
            File.Move(beside, packed, overwrite: true);
            return segment with { Path = packed, Bytes = new FileInfo(packed).Length };
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>The plain bytes of a packed segment, up to where it is damaged.</summary>
    public static MemoryStream Unpack(Stream packed)
    {
        var plain = new MemoryStream();
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        var part = new byte[1 << 16];
        try
        {
            for (var length = brotli.Read(part); length > 0; length = brotli.Read(part))
                plain.Write(part, 0, length);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or InvalidOperationException)
        {
            // What follows is counted as lost by whoever looks for the batches.
        }

        plain.Position = 0;
        return plain;
    }
}
