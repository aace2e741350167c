namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>The segments of one folder, oldest first. Its owner holds a lock around every call but <see cref="Sync"/>.</summary>
sealed class SegmentStore : IDisposable
{
    /// <summary>The oldest closed segments, which are read next.</summary>
    const int LeftPlain = 3;

    readonly string _folder;
    readonly int _segmentBytes;
    readonly List<ClosedSegment> _closed = [];
    SegmentWriter? _writer;
    DateTimeOffset _writtenAt;
    SegmentReader? _reader;
    string? _readerPath;

    SegmentStore(string folder, int segmentBytes)
    {
        _folder = folder;
        _segmentBytes = segmentBytes;
    }

    /// <summary>Highest sequence on disk; 0 when there is none.</summary>
    public long Last { get; private set; }

    public long Bytes => _closed.Sum(segment => segment.Bytes) + (_writer?.Bytes ?? 0);

    /// <summary>Opens a folder as a crash may have left it.</summary>
    /// <param name="torn">Called for a file whose end was cut off: its path, and how many bytes.</param>
    public static SegmentStore Open(string folder, int segmentBytes, Action<string, long> torn)
    {
        var store = new SegmentStore(folder, segmentBytes);
        RemoveHalfPacked(folder);
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (SegmentName.Parse(Path.GetFileName(path)) is not { } name)
                continue;

            if ((name.Last is { } last ? Describe(path, name.First, last) : Recover(path, name.First, torn)) is { } segment)
                store._closed.Add(segment);
        }

        store._closed.Sort((left, right) => left.First.CompareTo(right.First));
        store.Last = store._closed.Count == 0 ? 0 : store._closed[^1].Last;
        return store;
    }

    /// <summary>How many batches are above a sequence.</summary>
    public long CountAbove(long sequence) => _closed.Sum(segment => segment.CountAbove(sequence));

    /// <summary>When the first batch was collected of the segment that holds a sequence; null when none does.</summary>
    public DateTimeOffset? StartOf(long sequence) =>
        _closed.Find(segment => segment.Last >= sequence)?.StartedAt ?? (Last >= sequence ? _writer?.StartedAt : null);

    /// <summary>Writes records of consecutive sequences.</summary>
    /// <exception cref="IOException">The disk takes no more; nothing of it was written.</exception>
    public void Append(ReadOnlySpan<byte> records, long first, long last, DateTimeOffset collectedAt)
    {
        try
        {
            if (_writer is { } full && full.Bytes >= _segmentBytes)
                Roll(full);
            _writer ??= SegmentWriter.Create(_folder, first, collectedAt);
            _writer.Append(records);
            (Last, _writtenAt) = (last, collectedAt);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Abandon();
            throw;
        }
    }

    /// <summary>Every byte written so far is on the disk when this returns.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Sync()
    {
        try
        {
            _writer?.Sync();
        }
        catch (ObjectDisposedException)
        {
            // Closed meanwhile, which syncs.
        }
    }

    /// <summary>
    /// Batches from a sequence on, at most as many as asked for; fewer at the end of a segment.
    /// </summary>
    /// <param name="lost">How many batches were passed over because their bytes are damaged, or of a later release.</param>
    /// <param name="through">The sequence up to which nothing is left to read.</param>
    public List<OutboxBatch> Read(long from, int mostBatches, int mostBytes, out long lost, out long through)
    {
        (lost, through) = (0, from - 1);
        var batches = new List<OutboxBatch>();
        var segment = _closed.Find(candidate => candidate.Last >= from);
        if ((segment?.Path ?? _writer?.Path) is not { } path || (segment is null && from > Last))
            return batches;

        var reader = ReaderOf(path);
        var end = segment?.Last ?? Last;
        for (var bytes = 0; batches.Count < mostBatches && bytes < mostBytes && through < end;)
        {
            if (!reader.TryNext(out var batch))
            {
                lost += end - through;
                through = end;
            }
            else if (reader.LastSequence is { } sequence && sequence >= from)
            {
                through = sequence;
                lost += batch is null ? 1 : 0;
                bytes += batch?.Bytes ?? 0;
                if (batch is not null)
                    batches.Add(batch);
            }
        }

        if (through >= end)
            CloseReader();
        return batches;
    }

    /// <summary>Deletes the segments that hold nothing above a sequence.</summary>
    public void DeleteThrough(long sequence)
    {
        while (_closed.Count > 0 && _closed[0].Last <= sequence)
            DeleteOldest();
    }

    /// <summary>Gives up the oldest segment; null when nothing but the one being written is left, and that is empty.</summary>
    public ClosedSegment? DropOldest()
    {
        if (_closed.Count == 0 && _writer is { } writer)
            Roll(writer);
        if (_closed.Count == 0)
            return null;

        var oldest = _closed[0];
        DeleteOldest();
        return oldest;
    }

    /// <summary>Whether every batch of the oldest segment was collected before an instant.</summary>
    public bool IsOldestBefore(DateTimeOffset instant) =>
        _closed.Count > 0 ? _closed[0].EndedAt < instant : _writer is not null && _writtenAt < instant;

    /// <summary>
    /// The next segment worth compressing: a backlog of several waits before it, so nobody will read it soon. Null when there is none.
    /// </summary>
    public ClosedSegment? NextToPack() =>
        _closed.Skip(LeftPlain).FirstOrDefault(segment => SegmentName.Parse(Path.GetFileName(segment.Path)) is { IsPacked: false });

    /// <summary>Puts the packed form of a segment in its place; one that is gone meanwhile leaves nothing behind.</summary>
    public void Replace(ClosedSegment plain, ClosedSegment packed)
    {
        var place = _closed.IndexOf(plain);
        File.Delete(place < 0 ? packed.Path : plain.Path);
        if (place < 0)
            return;

        if (_readerPath == plain.Path)
            CloseReader();
        _closed[place] = packed;
    }

    public void Dispose()
    {
        CloseReader();
        if (_writer is { } writer)
            Roll(writer);
    }

    // What a crash left of packing: half a packed file, or the whole one beside the plain one that it replaces.
    static void RemoveHalfPacked(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, $"*{SegmentName.Unfinished}").ToList())
            File.Delete(path);
        foreach (var path in Directory.EnumerateFiles(folder).ToList())
        {
            if (SegmentName.Parse(Path.GetFileName(path)) is { IsPacked: true } packed)
                File.Delete(Path.Combine(folder, (packed with { IsPacked = false }).FileName));
        }
    }

    static ClosedSegment? Describe(string path, long first, long last)
    {
        using var reader = SegmentReader.Open(path);
        return new(path, first, last, new FileInfo(path).Length, reader.StartedAt ?? DateTimeOffset.UnixEpoch, WrittenAt(path));
    }

    // The file that was being written when the process ended: what is whole stays, the rest goes.
    static ClosedSegment? Recover(string path, long first, Action<string, long> torn)
    {
        long sound;
        long? last;
        DateTimeOffset startedAt;
        using (var reader = SegmentReader.Open(path))
        {
            while (reader.Advance())
            {
            }

            (sound, last, startedAt) = (reader.SoundBytes, reader.LastSequence, reader.StartedAt ?? DateTimeOffset.UnixEpoch);
        }

        var length = new FileInfo(path).Length;
        if (sound < length)
            torn(path, length - sound);
        if (last is not { } whole)
        {
            File.Delete(path);
            return null;
        }

        if (sound < length)
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.SetLength(file, sound);
            RandomAccess.FlushToDisk(file);
        }

        var closed = Path.Combine(Path.GetDirectoryName(path)!, new SegmentName(first, whole).FileName);
        File.Move(path, closed);
        return new(closed, first, whole, sound, startedAt, WrittenAt(closed));
    }

    static DateTimeOffset WrittenAt(string path) => new(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);

    void Roll(SegmentWriter writer)
    {
        _writer = null;
        CloseReader();
        if (writer.Bytes > SegmentFormat.HeaderBytes)
            _closed.Add(new(writer.Close(Last), writer.First, Last, writer.Bytes, writer.StartedAt, _writtenAt));
        else
            Discard(writer);
    }

    // After a refused write numbers are missing, so what comes next begins a file of its own.
    void Abandon()
    {
        if (_writer is not { } writer)
            return;

        try
        {
            Roll(writer);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            writer.Dispose();
        }
    }

    static void Discard(SegmentWriter writer)
    {
        writer.Dispose();
        File.Delete(writer.Path);
    }

    void DeleteOldest()
    {
        if (_readerPath == _closed[0].Path)
            CloseReader();
        File.Delete(_closed[0].Path);
        _closed.RemoveAt(0);
    }

    SegmentReader ReaderOf(string path)
    {
        if (_reader is { } open && _readerPath == path)
            return open;

        CloseReader();
        (_reader, _readerPath) = (SegmentReader.Open(path), path);
        return _reader;
    }

    void CloseReader()
    {
        _reader?.Dispose();
        (_reader, _readerPath) = (null, null);
    }
}
