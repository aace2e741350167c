using DcOps.Domain.History;
using Microsoft.Win32.SafeHandles;

namespace DcOps.History.Feed;

/// <summary>
/// Batches that the store does not have yet, on disk, in the order in which they came. A batch is forced to disk before
/// <see cref="Append"/> returns. What was done is forgotten file by file, oldest first, so after a crash some batches may
/// come again, but always with everything that came after them. One caller at a time.
/// </summary>
sealed class Spool : IDisposable
{
    readonly string _folder;
    readonly long _limit;
    readonly int _segmentBytes;
    readonly TimeProvider _time;
    readonly List<SpoolSegment> _segments = [];
    readonly Dictionary<(long Segment, long Offset), SpoolTicket> _done = [];
    FileStream? _tail;
    long _lastNumber;

    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="HistoryRefusedException">A newer version left rows in it.</exception>
    public Spool(FeedOptions options, TimeProvider time)
    {
        _folder = options.SpoolFolder;
        _limit = options.SpoolBytes;
        _segmentBytes = options.SegmentBytes;
        _time = time;
        Directory.CreateDirectory(_folder);
        foreach (var path in SpoolSegment.Existing(_folder))
        {
            var damaged = new List<SpoolTicket>();
            var segment = SpoolSegment.Recover(path, damaged, out var lostBytes);
            _segments.Add(segment);
            _lastNumber = segment.Number;
            CorruptBytes += lostBytes;
            Done(damaged);
        }
    }

    public bool IsEmpty => _segments.Count == 0;

    public long Rows => _segments.Sum(segment => (long)segment.Rows);

    public long Bytes => _segments.Sum(segment => segment.Bytes);

    /// <summary>Rows given up so far because the spool was full.</summary>
    public long ExpiredRows { get; private set; }

    /// <summary>Bytes found unreadable so far.</summary>
    public long CorruptBytes { get; private set; }

    /// <summary>The newest of all rows that may come again.</summary>
    public NewestRows Newest => _segments.Aggregate(default(NewestRows), (newest, segment) => newest.And(segment.Newest));

    /// <exception cref="IOException">The disk refuses; the batch is not in the spool.</exception>
    public SpoolTicket Append(HistoryBatch batch)
    {
        var bytes = SpoolRecord.Encode(batch, _time.GetUtcNow());
        MakeRoom(bytes.Length);
        if (_tail is null || _segments.Count == 0 || _segments[^1].Bytes >= _segmentBytes)
            NextSegment();

        var segment = _segments[^1];
        try
        {
            _tail!.Write(bytes);
            _tail.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // Half a record may stand there: nothing may follow it in this file.
            CloseTail();
            throw;
        }

        var ticket = new SpoolTicket(segment.Number, segment.Bytes, bytes.Length, batch.Rows);
        segment.Add(SpoolRecord.Read(bytes)!.Value);
        return ticket;
    }

    /// <summary>The oldest batches that are not done, as one batch of at most <paramref name="maximumRows"/> or a single larger one.</summary>
    /// <returns>No tickets when the spool is empty.</returns>
    public (HistoryBatch Batch, ImmutableArray<SpoolTicket> Tickets) Peek(int maximumRows)
    {
        var parts = new List<HistoryBatch>();
        var tickets = ImmutableArray.CreateBuilder<SpoolTicket>();
        if (_segments.Count > 0)
        {
            using var file = File.OpenHandle(_segments[0].Path, share: FileShare.ReadWrite);
            Gather(file, _segments[0], maximumRows, parts, tickets);
        }

        return (HistoryBatches.Concat(parts), tickets.DrainToImmutable());
    }

    /// <summary>When the oldest batch that is not done was spooled; null when there is none.</summary>
    public DateTimeOffset? OldestAt()
    {
        if (_segments.Count == 0)
            return null;

        using var file = File.OpenHandle(_segments[0].Path, share: FileShare.ReadWrite);
        return new DateTimeOffset(SpoolRecord.SpooledAtOf(Head(file, _segments[0].Position)), TimeSpan.Zero);
    }

    /// <summary>The store has these batches. Tickets of batches given up meanwhile mean nothing.</summary>
    public void Done(IEnumerable<SpoolTicket> tickets)
    {
        foreach (var ticket in tickets)
        {
            if (_segments.Find(segment => segment.Number == ticket.Segment) is { } segment && _done.TryAdd((ticket.Segment, ticket.Offset), ticket))
                segment.Rows -= ticket.Rows;
        }

        while (_segments.Count > 0)
        {
            var first = _segments[0];
            while (_done.Remove((first.Number, first.Position), out var ticket))
                first.Position += ticket.Length;
            if (!first.IsDone)
                return;

            Remove(first);
        }
    }

    public void Dispose() => CloseTail();

    static byte[] Head(SafeFileHandle file, long offset)
    {
        var head = new byte[SpoolRecord.HeadBytes];
        RandomAccess.Read(file, head, offset);
        return head;
    }

    void Gather(
        SafeFileHandle file, SpoolSegment segment, int maximumRows, List<HistoryBatch> parts, ImmutableArray<SpoolTicket>.Builder tickets)
    {
        var rows = 0;
        for (var offset = segment.Position; offset < segment.Bytes;)
        {
            var (length, recordRows) = SpoolRecord.SizeOf(Head(file, offset));
            if (!_done.TryGetValue((segment.Number, offset), out var done))
            {
                if (rows > 0 && rows + recordRows > maximumRows)
                    return;

                var bytes = new byte[length];
                RandomAccess.Read(file, bytes, offset);
                if (SpoolRecord.Batch(bytes) is { } batch)
                    parts.Add(batch);
                else
                    CorruptBytes += length;
                tickets.Add(new(segment.Number, offset, length, recordRows));
                rows += recordRows;
            }

            offset += done == default ? length : done.Length;
        }
    }

    void MakeRoom(int bytes)
    {
        while (_segments.Count > 0 && Bytes + bytes > _limit)
        {
            ExpiredRows += _segments[0].Rows;
            foreach (var key in _done.Keys.Where(key => key.Segment == _segments[0].Number).ToList())
                _done.Remove(key);
            Remove(_segments[0]);
        }
    }

    void NextSegment()
    {
        CloseTail();
        _segments.Add(SpoolSegment.Create(_folder, ++_lastNumber, out _tail));
    }

    void Remove(SpoolSegment segment)
    {
        if (segment == _segments[^1])
            CloseTail();
        File.Delete(segment.Path);
        _segments.Remove(segment);
    }

    void CloseTail()
    {
        _tail?.Dispose();
        _tail = null;
    }
}
