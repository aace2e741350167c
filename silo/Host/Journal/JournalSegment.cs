using System.Globalization;
using DcOps.Silo.Host.Checkpoints;
using Microsoft.Win32.SafeHandles;

namespace DcOps.Silo.Host.Journal;

/// <summary>One file of the journal. It is deleted when no owner needs a record of it any more.</summary>
sealed class JournalSegment(string folder, int number, long start) : IDisposable
{
    const string Prefix = "journal-";
    const string Ending = ".log";
    SafeFileHandle? _file;

    public string Path { get; } = System.IO.Path.Combine(folder, NameOf(number));

    public int Number => number;

    /// <summary>Position of the first record.</summary>
    public long Start { get; } = start;

    /// <summary>Position behind the last record written.</summary>
    public long End { get; set; } = start;

    /// <summary>Owners that still need a record of it.</summary>
    public int Holders { get; set; }

    /// <summary>Whether nothing more is written to it.</summary>
    public bool IsSealed { get; set; }

    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:D8}{Ending}");

    /// <summary>Null when the file is no journal by its name.</summary>
    public static int? NumberOf(string path)
    {
        var name = System.IO.Path.GetFileName(path.AsSpan());
        return name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)
            && int.TryParse(name[Prefix.Length..^Ending.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var found)
            ? found
            : null;
    }

    /// <summary>Writes behind what is there and flushes it; when it throws, the next call may write the same again.</summary>
    /// <exception cref="IOException">The disk is full, or fails.</exception>
    public void Write(ReadOnlyMemory<byte> records, long position)
    {
        if (_file is null)
            Create();

        try
        {
            RandomAccess.Write(_file!, records.Span, OffsetOf(position));
            RandomAccess.FlushToDisk(_file!);
        }
        catch (IOException)
        {
            GiveBack(position);
            throw;
        }

        End = position + records.Length;
    }

    /// <summary>Cuts off what a crash left half written.</summary>
    public void Cut(long end)
    {
        RandomAccess.SetLength(Opened(), OffsetOf(end));
        RandomAccess.FlushToDisk(Opened());
    }

    /// <exception cref="IOException">The file is shorter than it was.</exception>
    public void Read(long position, Memory<byte> into)
    {
        for (var read = 0; read < into.Length;)
        {
            var got = RandomAccess.Read(Opened(), into.Span[read..], OffsetOf(position) + read);
            if (got == 0)
                throw new IOException($"{Path} is shorter than it was.");
            read += got;
        }
    }

    public void Delete()
    {
        Dispose();
        File.Delete(Path);
    }

    public void Dispose() => _file?.Dispose();

    long OffsetOf(long position) => JournalFormat.HeaderLength + position - Start;

    SafeFileHandle Opened() => _file ??= File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);

    void Create()
    {
        var file = File.OpenHandle(Path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            RandomAccess.Write(file, JournalFormat.Header(Start), 0);
            RandomAccess.FlushToDisk(file);
            FolderSync.Flush(folder);
        }
        catch (IOException)
        {
            file.Dispose();
            throw;
        }

        _file = file;
    }

    // What is half written must not keep the space that a full disk needs.
    void GiveBack(long position)
    {
        try
        {
            RandomAccess.SetLength(_file!, OffsetOf(position));
        }
        catch (IOException)
        {
            // Nothing depends on it: the next write goes over it, and reading stops before it.
            return;
        }
    }
}
