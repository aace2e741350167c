using System.Text;
using DcOps.Grains.Journal;

namespace DcOps.Silo.Host.Journal;

/// <summary>Finds what a journal's folder holds: every record by its owner.</summary>
sealed partial class JournalOpening(string folder, Func<string, JournalPlace> placeOf, Func<string, bool> isOwner, ILogger logger)
{
    readonly Dictionary<string, int> _strangers = new(StringComparer.Ordinal);
    long _records;

    /// <summary>Adds the files found, oldest first; gives number and first position of the next one.</summary>
    /// <exception cref="JournalFormatException">A newer version wrote one of them.</exception>
    public (int Number, long Position) Run(LinkedList<JournalSegment> segments)
    {
        var (number, position) = (1, 0L);
        var files = Directory.EnumerateFiles(folder).Where(file => JournalSegment.NumberOf(file) is not null).OrderBy(JournalSegment.NumberOf).ToList();
        foreach (var file in files)
        {
            number = JournalSegment.NumberOf(file)!.Value + 1;
            var bytes = File.ReadAllBytes(file);
            if (bytes.Length <= JournalFormat.HeaderLength && file == files[^1])
            {
                // It holds no record: a crash may have come before its header was durable.
                File.Delete(file);
                continue;
            }

            var segment = Read(file, bytes);
            segments.AddLast(segment);
            position = Math.Max(position, segment.End);
        }

        foreach (var (owner, records) in _strangers)
            LogStranger(owner, records);
        if (files.Count > 0)
            LogOpened(_records, segments.Count);
        return (number, position);
    }

    /// <summary>The records of one owner, by reading the files again.</summary>
    public static List<RecordPlace> Find(IEnumerable<JournalSegment> segments, ReadOnlySpan<byte> owner)
    {
        var key = owner.ToArray();
        var found = new List<RecordPlace>();
        foreach (var segment in segments)
        {
            JournalScan.Run(
                ReadShared(segment.Path), segment.Start,
                (position, record) =>
                {
                    if (JournalFormat.OwnerOf(record).SequenceEqual(key))
                        found.Add(new(segment, position, record.Length));
                },
                static (_, _) => { });
        }

        return found;
    }

    JournalSegment Read(string file, byte[] bytes)
    {
        if (bytes.Length < JournalFormat.HeaderLength)
            throw new JournalFormatException($"{file} has no header. Restore it from a backup, or move it away to start without what it holds.");

        var start = JournalFormat.ReadHeader(file, bytes);
        var segment = new JournalSegment(folder, JournalSegment.NumberOf(file)!.Value, start) { IsSealed = true };
        segment.End = JournalScan.Run(
            bytes, start, (position, record) => Take(segment, position, record), (position, length) => Damaged(file, start, position, length));
        if (start + bytes.Length - JournalFormat.HeaderLength - segment.End is > 0 and var torn)
        {
            segment.Cut(segment.End);
            LogTorn(file, torn);
        }

        return segment;
    }

    void Take(JournalSegment segment, long position, ReadOnlySpan<byte> record)
    {
        _records++;
        if (PlaceOf(JournalFormat.OwnerOf(record)) is { } place)
            place.Found(new(segment, position, record.Length));
    }

    // Null for an owner that the inventory does not have.
    JournalPlace? PlaceOf(ReadOnlySpan<byte> key)
    {
        var name = Encoding.UTF8.GetString(key);
        if (isOwner(name))
            return placeOf(name);

        _strangers[name] = _strangers.GetValueOrDefault(name) + 1;
        return null;
    }

    void Damaged(string file, long start, long position, long length)
    {
        JournalMetrics.Damaged.Inc();
        LogDamaged(file, JournalFormat.HeaderLength + position - start, length);
    }

    static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    [LoggerMessage(LogLevel.Information, "{Records} records read from {Files} files of the journal")]
    partial void LogOpened(long records, int files);

    [LoggerMessage(LogLevel.Information, "{Path}: {Bytes} bytes of a write that a crash interrupted were cut off; nothing of it had been receipted")]
    partial void LogTorn(string path, long bytes);

    [LoggerMessage(LogLevel.Error, "{Path} is damaged at byte {Offset}: {Bytes} bytes that were durable are passed over. What they held and no checkpoint has is lost; registers bridge the gap with their next reading")]
    partial void LogDamaged(string path, long offset, long bytes);

    [LoggerMessage(LogLevel.Error, "{Records} records of {Owner} are let go: the inventory does not have it any more")]
    partial void LogStranger(string owner, int records);
}
