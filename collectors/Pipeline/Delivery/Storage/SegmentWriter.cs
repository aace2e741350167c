using Microsoft.Win32.SafeHandles;

namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>The segment being written. Bytes are the kernel's after <see cref="Append"/>, the disk's after <see cref="Sync"/>.</summary>
sealed class SegmentWriter : IDisposable
{
    readonly SafeFileHandle _file;
    readonly string _folder;

    SegmentWriter(SafeFileHandle file, string folder, long first, DateTimeOffset startedAt)
    {
        _file = file;
        _folder = folder;
        First = first;
        StartedAt = startedAt;
    }

    public long First { get; }

    public DateTimeOffset StartedAt { get; }

    public long Bytes { get; private set; }

    public string Path => System.IO.Path.Combine(_folder, new SegmentName(First, null).FileName);

    /// <exception cref="IOException">The disk takes no more; no file is left behind.</exception>
    public static SegmentWriter Create(string folder, long first, DateTimeOffset startedAt)
    {
        var path = System.IO.Path.Combine(folder, new SegmentName(first, null).FileName);
        var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete);
        var writer = new SegmentWriter(file, folder, first, startedAt);
        try
        {
            Span<byte> header = stackalloc byte[SegmentFormat.HeaderBytes];
            SegmentFormat.WriteHeader(header, startedAt);
            writer.Append(header);
            return writer;
        }
        catch (IOException)
        {
            file.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>All of it or nothing: what a full disk took half of is cut off again.</summary>
    /// <exception cref="IOException">The disk takes no more.</exception>
    public void Append(ReadOnlySpan<byte> records)
    {
        try
        {
            RandomAccess.Write(_file, records, Bytes);
            Bytes += records.Length;
        }
        catch (IOException)
        {
            RandomAccess.SetLength(_file, Bytes);
            throw;
        }
    }

    public void Sync() => RandomAccess.FlushToDisk(_file);

    /// <summary>Ends the segment; a file name with both ends says that every record in it is whole.</summary>
    /// <returns>The closed file's path.</returns>
    public string Close(long last)
    {
        Sync();
        _file.Dispose();
        var closed = System.IO.Path.Combine(_folder, new SegmentName(First, last).FileName);
        File.Move(Path, closed);
        return closed;
    }

    public void Dispose() => _file.Dispose();
}
