using System.Globalization;
using DcOps.Grains.Checkpoints;
using Microsoft.Win32.SafeHandles;

namespace DcOps.Silo.Host.Checkpoints;

/// <summary>One append-only file of bulks. Every bulk is on the disk before the next begins.</summary>
sealed class Segment : IDisposable
{
    const string Prefix = "checkpoints-";
    const string Ending = ".log";
    readonly SafeFileHandle _file;

    Segment(string path, SafeFileHandle file, long length)
    {
        Path = path;
        _file = file;
        Length = length;
    }

    public string Path { get; }

    public long Length { get; private set; }

    public int Number => NumberOf(Path)!.Value;

    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:D8}{Ending}");

    /// <summary>Null when the file is no segment by its name.</summary>
    public static int? NumberOf(string path)
    {
        var name = System.IO.Path.GetFileName(path.AsSpan());
        return name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)
            && int.TryParse(name[Prefix.Length..^Ending.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>A new segment that appears under its name only once it is complete, with what <paramref name="fill"/> wrote.</summary>
    public static Segment Create(string folder, int number, Action<Segment> fill)
    {
        var path = System.IO.Path.Combine(folder, NameOf(number));
        var unfinished = path + ".new";
        var file = File.OpenHandle(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        var segment = new Segment(path, file, SegmentFormat.HeaderLength);
        try
        {
            RandomAccess.Write(file, SegmentFormat.Header(), 0);
            fill(segment);
            RandomAccess.FlushToDisk(file);
            File.Move(unfinished, path);
            FolderSync.Flush(folder);
            return segment;
        }
        catch
        {
            segment.Dispose();
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>An existing segment, read once; what a crash left half written at its end is cut off.</summary>
    /// <exception cref="CheckpointFormatException">A newer version wrote it, or it is no segment.</exception>
    public static (Segment Segment, SegmentScan Scan, long Torn) Open(string path)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            var length = RandomAccess.GetLength(file);
            var header = new byte[SegmentFormat.HeaderLength];
            if (length < header.Length)
                RandomAccess.Write(file, SegmentFormat.Header(), 0);
            else if (RandomAccess.Read(file, header, 0) == header.Length)
                SegmentFormat.CheckHeader(path, header);

            var scan = new SegmentScan(file, length);
            scan.Run();
            RandomAccess.SetLength(file, scan.GoodLength);
            RandomAccess.FlushToDisk(file);
            return (new(path, file, scan.GoodLength), scan, Math.Max(0, length - scan.GoodLength));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Places of the images, in the order of the bulk. When it throws, the segment is as before.</summary>
    public ImagePlace[] Append(IReadOnlyList<Checkpoint> bulk)
    {
        var writing = new BulkImage(bulk, Length);
        try
        {
            foreach (var pieces in writing.Pieces.Chunk(256))
            {
                RandomAccess.Write(_file, pieces, writing.Written);
                writing.Written += pieces.Sum(piece => (long)piece.Length);
            }

            RandomAccess.FlushToDisk(_file);
        }
        catch (IOException)
        {
            GiveBack();
            throw;
        }

        Length = writing.Written;
        return writing.Places;
    }

    public byte[] Read(ImagePlace place)
    {
        var image = new byte[place.Length];
        var read = 0;
        while (read < image.Length)
        {
            var got = RandomAccess.Read(_file, image.AsSpan(read), place.Offset + read);
            if (got == 0)
                throw new IOException($"{Path} is shorter than it was.");
            read += got;
        }

        return image;
    }

    public void Dispose() => _file.Dispose();

    // The half-written bulk must not keep the space that a full disk needs; the next append would overwrite it anyway.
    void GiveBack()
    {
        try
        {
            RandomAccess.SetLength(_file, Length);
        }
        catch (IOException)
        {
            // Nothing depends on it: reading stops at the torn bulk.
            return;
        }
    }
}
